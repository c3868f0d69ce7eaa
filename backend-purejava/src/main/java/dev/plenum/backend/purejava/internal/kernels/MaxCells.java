package dev.plenum.backend.purejava.internal.kernels;

/**
 * The comparison that max pooling is made of. The scalar and the vector version give the same bits: there is nothing to round.
 */
public interface MaxCells {

  /**
   * Lets one cell of each window compete with the cells before it. The larger value wins, the earlier
   * one where they are equal; a NaN always wins, so that it shows in the loss.
   *
   * @param pixels windows side by side
   * @param channels values of a pixel, a multiple of {@link Gemm#COLUMNS}
   * @param in holds the cell of window p at {@code inOffset + p · inStep}
   * @param cell the cell's number
   * @param best the largest values so far, window after window from {@code bestOffset}
   * @param winners the numbers of their cells, likewise from {@code winnersOffset}
   */
  void offer(
      int pixels,
      int channels,
      float[] in,
      int inOffset,
      int inStep,
      float cell,
      float[] best,
      int bestOffset,
      float[] winners,
      int winnersOffset);
}
