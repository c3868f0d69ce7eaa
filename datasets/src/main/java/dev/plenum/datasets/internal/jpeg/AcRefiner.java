package dev.plenum.datasets.internal.jpeg;

/**
 * A progressive scan that gives other coefficients than the mean's one bit more. Those that were zero
 * so far are coded as in the first scan; a bit for each of the others comes in between, as the place
 * is passed.
 */
final class AcRefiner implements BlockDecoder {
  private static final int ZEROS_ONLY = 15;

  private final Component component;
  private final HuffmanTable table;
  private final Band band;
  private final int bit;
  /** How many blocks are still to come, this one included, that have no new coefficients. */
  private int emptyBlocks;

  AcRefiner(Component component, HuffmanTable table, Band band) {
    this.component = component;
    this.table = table;
    this.band = band;
    this.bit = 1 << band.missingBits();
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
    int start = index * Block.SIZE;
    int k = band.from();
    while (k <= band.to() && emptyBlocks == 0) {
      int symbol = table.decode(in);
      int bits = symbol & 15;
      int zeros = symbol >>> 4;
      if (bits == 0 && zeros != ZEROS_ONLY) {
        emptyBlocks = (1 << zeros) + in.read(zeros);
      } else {
        int value = bits == 0 ? 0 : newValue(in);
        k = refine(in, start, k, zeros);
        place(start, k, value);
        k++;
      }
    }
    if (emptyBlocks > 0) {
      refine(in, start, k, Integer.MAX_VALUE);
      emptyBlocks--;
    }
  }

  private int newValue(BitReader in) throws JpegException {
    return in.read(1) != 0 ? bit : -bit;
  }

  private void place(int start, int k, int value) throws JpegException {
    if (value != 0) {
      if (k > band.to()) {
        throw JpegException.wrongCode();
      }
      component.coefficients()[start + Block.place(k)] = (short) value;
    }
  }

  /**
   * Reads the bits of the coefficients that are not zero, until so many zeros are passed.
   *
   * @return the place of the next zero; behind the band if there is none
   */
  private int refine(BitReader in, int start, int from, int zeros) throws JpegException {
    short[] coefficients = component.coefficients();
    int left = zeros;
    for (int k = from; k <= band.to(); k++) {
      int at = start + Block.place(k);
      if (coefficients[at] == 0) {
        if (left == 0) {
          return k;
        }
        left--;
      } else if (in.read(1) != 0) {
        refine(coefficients, at);
      }
    }
    return band.to() + 1;
  }

  /** Away from zero. */
  private void refine(short[] coefficients, int at) {
    coefficients[at] += (short) (coefficients[at] > 0 ? bit : -bit);
  }
}
