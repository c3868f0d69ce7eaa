package dev.plenum.datasets.internal.jpeg;

/** The coefficients of the mean, each coded as its difference to the block before. */
final class DcDifferences {
  private static final int MOST_BITS = 15;

  private final HuffmanTable table;
  private int last;

  DcDifferences(HuffmanTable table) {
    this.table = table;
  }

  void restart() {
    last = 0;
  }

  int next(BitReader in) throws JpegException {
    int bits = table.decode(in);
    if (bits > MOST_BITS) {
      throw JpegException.wrongCode();
    }
    last += in.readSigned(bits);
    return last;
  }
}
