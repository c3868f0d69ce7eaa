package dev.plenum.datasets.internal.jpeg;

/** The first progressive scan of other coefficients than the mean's: all their bits but the lowest. */
final class AcDecoder implements BlockDecoder {
  private static final int ZEROS_ONLY = 15;

  private final Component component;
  private final HuffmanTable table;
  private final Band band;
  /** How many blocks are still to come that have nothing more in this band. */
  private int emptyBlocks;

  AcDecoder(Component component, HuffmanTable table, Band band) {
    this.component = component;
    this.table = table;
    this.band = band;
  }

  @Override
  public Component component() {
    return component;
  }

  @Override
  public void restart() {
    emptyBlocks = 0;
  }

  @Override
  public void decode(BitReader in, int index) throws JpegException {
    if (emptyBlocks > 0) {
      emptyBlocks--;
      return;
    }
    short[] coefficients = component.coefficients();
    for (int k = band.from(); k <= band.to(); k++) {
      int symbol = table.decode(in);
      int bits = symbol & 15;
      int zeros = symbol >>> 4;
      if (bits == 0 && zeros != ZEROS_ONLY) {
        emptyBlocks = (1 << zeros) - 1 + in.read(zeros);
        return;
      }
      k += zeros;
      if (bits != 0) {
        if (k >= Block.SIZE) {
          throw JpegException.wrongCode();
        }
        coefficients[index * Block.SIZE + Block.place(k)] =
            (short) (in.readSigned(bits) << band.missingBits());
      }
    }
  }
}
