package dev.plenum.backend.purejava.internal.kernels;

/**
 * The one-dimensional transforms of Winograd's minimal filtering, which computes two neighbouring
 * outputs of a filter with r = 3 or 5 taps from n = r + 1 inputs by n multiplications instead of 2 r
 * (Lavin and Gray, "Fast algorithms for convolutional neural networks", 2015): outputs = Aᵀ((G
 * filter) ⊙ (Bᵀ inputs)), with interpolation at the points 0, 1, −1, ∞ for r = 3, and also at 2 and −2
 * for r = 5. Applied along rows and then along columns, they filter a tile of n × n inputs.
 *
 * <p>The scalar and the vector version give the same bits; the scalar one says in which order the terms are added.
 */
public interface Winograd {

  /**
   * Bᵀ: n values become n.
   *
   * @param size n, 4 or 6
   * @param tiles how many tiles lie side by side
   * @param count values of a tile that are transformed alike, a multiple of {@link Gemm#COLUMNS}
   * @param in value i of tile t begins at {@code inOffset + t · inTile + i · inStep}
   * @param out likewise
   */
  void transformInput(
      int size,
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
   * Aᵀ: n values become 2; the parameters are those of {@link #transformInput}.
   *
   * @param start what is added to both, for each of the {@code count} values
   */
  void transformOutput(
      int size,
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
   * A: 2 values become n, for the gradient of the filter, which is Gᵀ((A outputs' gradient) ⊙ (Bᵀ
   * inputs)); the parameters are those of {@link #transformInput}.
   */
  void transformGradient(
      int size,
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
   * G ⊗ G, which transforms a filter of r × r taps: n² rows of r² factors.
   *
   * @param size n, 4 or 6
   */
  static float[] filterTransform(int size) {
    double[][] g = size == 4
        ? new double[][] {{1, 0, 0}, {0.5, 0.5, 0.5}, {0.5, -0.5, 0.5}, {0, 0, 1}}
        : new double[][] {
          {1 / 4.0, 0, 0, 0, 0},
          {-1 / 6.0, -1 / 6.0, -1 / 6.0, -1 / 6.0, -1 / 6.0},
          {-1 / 6.0, 1 / 6.0, -1 / 6.0, 1 / 6.0, -1 / 6.0},
          {1 / 24.0, 1 / 12.0, 1 / 6.0, 1 / 3.0, 2 / 3.0},
          {1 / 24.0, -1 / 12.0, 1 / 6.0, -1 / 3.0, 2 / 3.0},
          {0, 0, 0, 0, 1}
        };
    int taps = size - 1;
    float[] product = new float[size * size * taps * taps];
    for (int i = 0; i < size * size; i++) {
      for (int k = 0; k < taps * taps; k++) {
        product[i * taps * taps + k] = (float) (g[i / size][k / taps] * g[i % size][k % taps]);
      }
    }
    return product;
  }
}
