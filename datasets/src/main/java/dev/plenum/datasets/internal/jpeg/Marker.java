package dev.plenum.datasets.internal.jpeg;

/** The second bytes of markers, by their names in the standard (ITU-T T.81). */
final class Marker {
  static final int DHT = 0xc4;
  static final int JPG = 0xc8;
  static final int DAC = 0xcc;
  static final int SOF0 = 0xc0;
  static final int SOF1 = 0xc1;
  static final int SOF2 = 0xc2;
  static final int SOF15 = 0xcf;
  static final int RST0 = 0xd0;
  /** How many restart markers there are; they come in turn. */
  static final int RESTARTS = 8;

  static final int SOI = 0xd8;
  static final int EOI = 0xd9;
  static final int SOS = 0xda;
  static final int DQT = 0xdb;
  static final int DRI = 0xdd;
  static final int APP0 = 0xe0;
  static final int APP14 = 0xee;
  static final int TEM = 0x01;

  private Marker() {}

  /** Whether it stands alone, without a length and data after it. */
  static boolean isAlone(int marker) {
    return marker == TEM || (marker >= RST0 && marker <= EOI);
  }

  static boolean isFrame(int marker) {
    return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
  }

  /** What is coded otherwise than the sequential and progressive frames that are read. */
  static String kindOfFrame(int marker) {
    return switch (marker) {
      case 0xc3 -> "lossless";
      case 0xc5, 0xc6, 0xc7 -> "hierarchical";
      case 0xc9, 0xca -> "arithmetic coding";
      case 0xcb -> "lossless, arithmetic coding";
      default -> "hierarchical, arithmetic coding";
    };
  }
}
