package dev.plenum.datasets.internal.jpeg;

/** A progressive scan that gives the coefficients of the mean one bit more. */
final class DcRefiner implements BlockDecoder {
  private final Component component;
  private final int bit;

  DcRefiner(Component component, Band band) {
    this.component = component;
    this.bit = 1 << band.missingBits();
  }

  @Override
  public Component component() {
    return component;
  }

  @Override
  public void restart() {
    // A bit does not depend on those before.
  }

  @Override
  public void decode(BitReader in, int index) throws JpegException {
    if (in.read(1) != 0) {
      component.coefficients()[index * Block.SIZE] |= (short) bit;
    }
  }
}
