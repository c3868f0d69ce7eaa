package dev.plenum.backend.purejava.internal.kernels;

/**
 * Products of arrays and comparisons, value by value. C2 turns such loops into vectors only where all
 * arrays are read from the same index, which gradients of one image and outputs of a batch are not.
 * The scalar and the vector version give the same bits.
 */
public interface Elementwise {

  /** out ← a · b. */
  void multiply(
      float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int count);

  /** gradient ← gradient · 1 where the output of ReLU is positive, even denormal, else gradient · 0. */
  void multiplyByReluDerivative(
      float[] outputs, int outputsOffset, float[] gradient, int gradientOffset, int count);

  /**
   * Bit i says whether value i is neither 0 nor −0.
   *
   * @param count at most {@link Long#SIZE}
   */
  long nonZeros(float[] values, int offset, int count);
}
