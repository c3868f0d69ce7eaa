package dev.plenum.backend.purejava.internal.kernels;

/**
 * Arithmetic and comparisons of arrays, value by value. C2 turns such loops into vectors only where all
 * arrays are read from the same index, which gradients of one image and outputs of a batch are not.
 * The scalar and the vector version give the same bits.
 */
public interface Elementwise {

  /** out ← a · b. */
  void multiply(
      float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int count);

  /** out ← a + b. */
  void add(float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int count);

  /** out ← x · scale + shift, fused. */
  void scaleAndShift(
      float[] x,
      int xOffset,
      float[] scale,
      float[] shift,
      int coefficientsOffset,
      float[] out,
      int outOffset,
      int count);

  /** out ← (x − mean) · scale + shift, with a fused multiply-add. */
  void normalise(
      float[] x,
      int xOffset,
      float[] mean,
      float[] scale,
      float[] shift,
      int coefficientsOffset,
      float[] out,
      int outOffset,
      int count);

  /** sums ← sums + (x − mean)², fused. */
  void addSquares(
      float[] x,
      int xOffset,
      float[] mean,
      int meanOffset,
      float[] sums,
      int sumsOffset,
      int count);

  /** sums ← sums + g · (x − mean), fused. */
  void addProducts(
      float[] g,
      int gOffset,
      float[] x,
      int xOffset,
      float[] mean,
      int meanOffset,
      float[] sums,
      int sumsOffset,
      int count);

  /** out ← a · g + (b · (x − mean) + c), both fused. */
  void normaliseBack(
      float[] g,
      int gOffset,
      float[] x,
      int xOffset,
      float[] mean,
      float[] a,
      float[] b,
      float[] c,
      int coefficientsOffset,
      float[] out,
      int outOffset,
      int count);

  /**
   * For each pixel and each of its channels: out ← out + a · b, fused; pixel after pixel.
   *
   * @param pixels how many
   * @param channels values of a pixel
   * @param aStep from one pixel of a to the next; 0 where all share one
   * @param bStep likewise of b
   * @param outStep likewise of out, which then sums over the pixels
   */
  void multiplyAddPixels(
      int pixels,
      int channels,
      float[] a,
      int aOffset,
      int aStep,
      float[] b,
      int bOffset,
      int bStep,
      float[] out,
      int outOffset,
      int outStep);

  /**
   * For each pixel and each of its channels: out ← start + Σ in · kernel over the taps, each fused, from the
   * first tap to the last.
   *
   * @param taps where each tap lies, from a pixel's place in {@code in} on
   * @param kernel a value for each tap and channel
   * @param start a value for each channel
   */
  void sumTaps(
      int pixels,
      int channels,
      int[] taps,
      float[] in,
      int inOffset,
      int inStep,
      float[] kernel,
      int kernelStep,
      float[] start,
      float[] out,
      int outOffset,
      int outStep);

  /** gradient ← gradient · 1 where the output of ReLU is positive, even denormal, else gradient · 0. */
  void multiplyByReluDerivative(
      float[] outputs, int outputsOffset, float[] gradient, int gradientOffset, int count);

  /** gradient ← gradient · 1 where 0 &lt; output of ReLU &lt; max, its largest value, else gradient · 0. */
  void multiplyByClippedReluDerivative(
      float[] outputs,
      int outputsOffset,
      float max,
      float[] gradient,
      int gradientOffset,
      int count);

  /** out ← a where its key is the one that is looked for, else 0. */
  void select(
      float[] a,
      int aOffset,
      float[] keys,
      int keysOffset,
      float key,
      float[] out,
      int outOffset,
      int count);

  /**
   * Bit i says whether value i is neither 0 nor −0.
   *
   * @param count at most {@link Long#SIZE}
   */
  long nonZeros(float[] values, int offset, int count);
}
