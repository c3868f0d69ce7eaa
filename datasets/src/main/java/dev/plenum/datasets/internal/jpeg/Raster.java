package dev.plenum.datasets.internal.jpeg;

import java.util.ArrayList;
import java.util.List;

/** Puts the components of a whole frame together to pixels. */
final class Raster {
  /** Repeated samples reach over the right border so far at most. */
  private static final int OVERHANG = 3;

  private final Frame frame;
  private final Colours colours;

  Raster(Frame frame, Colours colours) {
    this.frame = frame;
    this.colours = colours;
  }

  /** One byte per channel, in h, w, c order. */
  byte[] pixels() throws JpegException {
    if (frame.isProgressive()) {
      InverseDct transform = new InverseDct();
      frame.components().forEach(component -> component.transform(transform));
    }
    List<Upsampler> upsamplers = new ArrayList<>();
    for (Component component : frame.components()) {
      upsamplers.add(new Upsampler(component, frame));
    }
    int width = frame.width();
    byte[][] rows = new byte[upsamplers.size()][width + OVERHANG];
    byte[] pixels = new byte[frame.height() * width * colours.channels()];
    for (int y = 0; y < frame.height(); y++) {
      for (int i = 0; i < rows.length; i++) {
        upsamplers.get(i).row(y, rows[i]);
      }
      colours.convert(rows, width, pixels, y * width * colours.channels());
    }
    return pixels;
  }
}
