package dev.plenum.backend.purejava.internal.kernels;

/**
 * The one-dimensional transforms of Winograd's minimal filtering, which computes m neighbouring outputs of a
 * filter with r taps from m + r − 1 inputs by as many multiplications instead of m · r (Lavin and Gray, "Fast
 * algorithms for convolutional neural networks", 2015): outputs = Aᵀ((G filter) ⊙ (Bᵀ inputs)), with
 * interpolation at the points 0, 1, −1, 2, −2, ∞. These give {@link #SIZE} products, for 4 outputs of 3 taps or
 * 2 outputs of 5; the inputs are transformed alike. Applied along rows and then along columns, they filter a tile
 * of 6 × 6 inputs.
 *
 * <p>The scalar and the vector version give the same bits; the scalar one says in which order the terms are added.
 */
public interface Winograd {
  /** Inputs of a tile along one side, and products. */
  int SIZE = 6;

  /** Outputs of a tile along one side, for a filter of 3 or 5 taps. */
  static int outputs(int taps) {
    return SIZE + 1 - taps;
  }

  /**
   * Bᵀ: 6 values become 6.
   *
   * @param tiles how many tiles lie side by side
   * @param count values of a tile that are transformed alike, a multiple of {@link Gemm#COLUMNS}
   * @param in value i of tile t begins at {@code inOffset + t · inTile + i · inStep}
   * @param out likewise
   */
  void transformInput(
      int tiles,
      int count,
      float[] in,
      int inOffset,
      int inTile,
      int inStep,
      float[] out,
      int outOffset,
      int outTile,
      int outStep);

  /**
   * Aᵀ: 6 values become 4 or 2; the parameters are those of {@link #transformInput}.
   *
   * @param outputs 4 or 2
   * @param start what is added to each, for each of the {@code count} values
   */
  void transformOutput(
      int outputs,
      int tiles,
      int count,
      float[] in,
      int inOffset,
      int inTile,
      int inStep,
      float[] start,
      float[] out,
      int outOffset,
      int outTile,
      int outStep);

  /**
   * A: 4 or 2 values become 6, for the gradient of the filter, which is Gᵀ((A outputs' gradient) ⊙ (Bᵀ
   * inputs)); the parameters are those of {@link #transformInput}.
   *
   * @param outputs 4 or 2
   */
  void transformGradient(
      int outputs,
      int tiles,
      int count,
      float[] in,
      int inOffset,
      int inTile,
      int inStep,
      float[] out,
      int outOffset,
      int outTile,
      int outStep);

  /** G ⊗ G, which transforms a filter of 3 × 3 or 5 × 5 taps: 36 rows of that many factors. */
  static float[] filterTransform(int taps) {
    double[][] g = {
      powers(0, taps, 1 / 4.0),
      powers(1, taps, -1 / 6.0),
      powers(-1, taps, -1 / 6.0),
      powers(2, taps, 1 / 24.0),
      powers(-2, taps, 1 / 24.0),
      new double[taps]
    };
    g[SIZE - 1][taps - 1] = 1;
    float[] product = new float[SIZE * SIZE * taps * taps];
    for (int i = 0; i < SIZE * SIZE; i++) {
      for (int k = 0; k < taps * taps; k++) {
        product[i * taps * taps + k] = (float) (g[i / SIZE][k / taps] * g[i % SIZE][k % taps]);
      }
    }
    return product;
  }

  /** factor · point⁰, factor · point¹, … */
  private static double[] powers(int point, int count, double factor) {
    double[] powers = new double[count];
    powers[0] = factor;
    for (int i = 1; i < count; i++) {
      powers[i] = powers[i - 1] * point;
    }
    return powers;
  }
}
