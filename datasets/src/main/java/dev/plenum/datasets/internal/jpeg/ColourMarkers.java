package dev.plenum.datasets.internal.jpeg;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The segments that say which colours a file has: JFIF's and Adobe's. */
final class ColourMarkers {
  private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
  private static final int JFIF_BYTES = 14;
  private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
  private static final int ADOBE_BYTES = 12;
  private static final int TRANSFORM_AT = 11;

  private static final int UNTRANSFORMED = 0;
  private static final List<Integer> RGB_IDS = List.of((int) 'R', (int) 'G', (int) 'B');

  private boolean jfif;
  private boolean adobe;
  private int adobeTransform;

  /** Looks at a segment. */
  void read(int marker, ByteBuffer in) {
    if (marker == Marker.APP0 && in.remaining() >= JFIF_BYTES && startsWith(in, JFIF)) {
      jfif = true;
    } else if (marker == Marker.APP14 && in.remaining() >= ADOBE_BYTES && startsWith(in, ADOBE)) {
      adobe = true;
      adobeTransform = in.get(TRANSFORM_AT) & 0xff;
    }
  }

  private static boolean startsWith(ByteBuffer in, byte[] start) {
    return in.slice(0, start.length).equals(ByteBuffer.wrap(start));
  }

  /** The colours of components with these names. */
  Colours colours(List<Integer> ids) {
    return switch (ids.size()) {
      case 1 -> Colours.GREY;
      case 3 -> isRgb(ids) ? Colours.RGB : Colours.YCC;
      default -> adobe && adobeTransform != UNTRANSFORMED ? Colours.YCCK : Colours.CMYK;
    };
  }

  private boolean isRgb(List<Integer> ids) {
    if (jfif) {
      return false;
    }
    return adobe ? adobeTransform == UNTRANSFORMED : ids.equals(RGB_IDS);
  }
}
