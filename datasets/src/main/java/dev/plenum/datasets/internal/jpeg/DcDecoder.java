package dev.plenum.datasets.internal.jpeg;

/** The first progressive scan of the coefficients of the mean: all their bits but the lowest. */
final class DcDecoder implements BlockDecoder {
  private final Component component;
  private final DcDifferences differences;
  private final int missingBits;

  DcDecoder(Component component, HuffmanTable table, Band band) {
    this.component = component;
    this.differences = new DcDifferences(table);
    this.missingBits = band.missingBits();
  }

  @Override
  public Component component() {
    return component;
  }

  @Override
  public void restart() {
    differences.restart();
  }

  @Override
  public void decode(BitReader in, int index) throws JpegException {
    component.coefficients()[index * Block.SIZE] = (short) (differences.next(in) << missingBits);
  }
}
