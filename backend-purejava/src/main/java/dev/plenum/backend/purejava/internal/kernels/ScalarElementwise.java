package dev.plenum.backend.purejava.internal.kernels;

/** The version without the Vector API, and the specification of {@link VectorElementwise}. */
final class ScalarElementwise implements Elementwise {

  @Override
  public void multiply(
      float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = a[aOffset + i] * b[bOffset + i];
    }
  }

  @Override
  public void multiplyByReluDerivative(
      float[] outputs, int outputsOffset, float[] gradient, int gradientOffset, int count) {
    for (int i = 0; i < count; i++) {
      gradient[gradientOffset + i] *= outputs[outputsOffset + i] > 0f ? 1f : 0f;
    }
  }

  @Override
  public long nonZeros(float[] values, int offset, int count) {
    long bits = 0;
    for (int i = 0; i < count; i++) {
      // No branch, since it could not be predicted.
      int magnitude = Float.floatToRawIntBits(values[offset + i]) << 1;
      bits |= (long) ((magnitude | -magnitude) >>> 31) << i;
    }
    return bits;
  }
}
