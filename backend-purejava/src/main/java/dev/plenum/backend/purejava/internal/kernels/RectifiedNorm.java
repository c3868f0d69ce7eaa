package dev.plenum.backend.purejava.internal.kernels;

/**
 * A batch normalisation and the rectifier behind it, y = min(max((x − mean) · scale + shift, 0), limit), over
 * a stretch of a row. Whole batches of maps lie in no cache, so what counts is how often they are read and
 * written: the way back computes again which values the rectifier lets pass instead of reading y, and
 * leaves the gradient as it is instead of writing it. The scalar and the vector version give the same bits.
 */
public interface RectifiedNorm {

  /**
   * What each value of a row is computed with.
   *
   * @param mean what is taken away
   * @param scale what the rest is multiplied by
   * @param shift what is added
   * @param ofDifference backward, what x − mean is multiplied by
   * @param constant backward, what is added
   * @param start where each of these rows begins in its array
   * @param limit the rectifier's largest value; infinite for ReLU
   */
  record Coefficients(
      float[] mean,
      float[] scale,
      float[] shift,
      float[] ofDifference,
      float[] constant,
      int start,
      float limit) {

    /** The largest value whose gradient passes, which the limit itself is not; nor is 0. */
    float largestPassing() {
      return Float.isInfinite(limit) ? limit : Math.nextDown(limit);
    }
  }

  /** out ← y. */
  void apply(Coefficients k, float[] x, int xOffset, float[] out, int outOffset, int count);

  /**
   * With g' the gradient g of y where it passes, else g · 0: sums ← sums + g', and products ← products +
   * g' · (x − mean), fused; both from the coefficients' start on.
   */
  void addGradients(
      Coefficients k,
      float[] g,
      int gOffset,
      float[] x,
      int xOffset,
      float[] sums,
      float[] products,
      int count);

  /** With the same g': out ← scale · g' + (ofDifference · (x − mean) + constant), both fused. */
  void giveBack(
      Coefficients k,
      float[] g,
      int gOffset,
      float[] x,
      int xOffset,
      float[] out,
      int outOffset,
      int count);
}
