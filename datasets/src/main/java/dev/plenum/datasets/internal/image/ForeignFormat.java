package dev.plenum.datasets.internal.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people keep beside or instead of images that can be read, by the first bytes. */
enum ForeignFormat {
  AVIF("an AVIF image", "........66747970(61766966|61766973)"),
  HEIC("a HEIC image", "........66747970(6865|6d696631|6d736631)"),
  JPEG_2000("a JPEG 2000 image", "0000000c6a502020|ff4fff51"),
  JPEG_XL("a JPEG XL image", "ff0a|0000000c4a584c20"),
  PSD("a Photoshop image", "38425053"),
  PDF("a PDF document", "25504446"),
  POSTSCRIPT("a PostScript file", "2521|c5d0d3c6"),
  SVG("an SVG drawing", "3c737667"),
  XCF("a GIMP image", "67696d7020786366"),
  ICON("an icon", "00000100|00000200"),
  OPEN_EXR("an OpenEXR image", "762f3101"),
  RADIANCE("a Radiance image", "233f5241|233f5247"),
  PAM("a PAM image", "5037(0a|0d)"),
  PFM("a PFM image", "50(46|66)(0a|0d)"),
  QOI("a QOI image", "716f6966"),
  DDS("a DDS image", "44445320"),
  GIT_LFS(
      "a Git LFS pointer instead of the file; fetch it: git lfs pull",
      "76657273696f6e2068747470733a2f2f");

  private final String title;
  /** Of the first bytes, in hexadecimal digits. */
  private final Pattern signature;

  ForeignFormat(String title, String signature) {
    this.title = title;
    this.signature = Pattern.compile(signature);
  }

  static Optional<ForeignFormat> of(byte[] head) {
    String digits = ImageFormat.hex(head);
    return Arrays.stream(values())
        .filter(f -> f.signature.matcher(digits).lookingAt())
        .findFirst();
  }

  /** What it is and what to do, for messages. */
  String description() {
    return this == GIT_LFS ? title : title + "; convert it to PNG or JPEG";
  }
}
