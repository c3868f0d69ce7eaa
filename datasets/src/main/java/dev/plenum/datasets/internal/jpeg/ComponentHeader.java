package dev.plenum.datasets.internal.jpeg;

/**
 * What a frame's header says about a component.
 *
 * @param id what scans call it, 0 to 255
 * @param horizontal how many blocks of it are side by side in an MCU, 1 to 4
 * @param vertical how many are below each other, 1 to 4
 * @param quantizationTable the number of its table, 0 to 3
 */
record ComponentHeader(int id, int horizontal, int vertical, int quantizationTable) {
  private static final int LARGEST_FACTOR = 4;

  /** Of its three bytes. */
  static ComponentHeader of(int id, int factors, int quantizationTable) throws JpegException {
    int horizontal = factors >>> 4;
    int vertical = factors & 15;
    boolean possible =
        Math.min(horizontal, vertical) >= 1 && Math.max(horizontal, vertical) <= LARGEST_FACTOR;
    if (!possible) {
      throw new JpegException("a sampling factor is not 1 to 4: " + horizontal + " x " + vertical);
    }
    if (quantizationTable >= Tables.COUNT) {
      throw Tables.wrongNumber(quantizationTable);
    }
    return new ComponentHeader(id, horizontal, vertical, quantizationTable);
  }
}
