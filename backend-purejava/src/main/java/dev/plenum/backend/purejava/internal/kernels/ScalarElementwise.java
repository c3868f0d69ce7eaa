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
  public void add(
      float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = a[aOffset + i] + b[bOffset + i];
    }
  }

  @Override
  public void scaleAndShift(
      float[] x,
      int xOffset,
      float[] scale,
      float[] shift,
      int coefficientsOffset,
      float[] out,
      int outOffset,
      int count) {
    for (int i = 0; i < count; i++) {
      int k = coefficientsOffset + i;
      out[outOffset + i] = Math.fma(x[xOffset + i], scale[k], shift[k]);
    }
  }

  @Override
  public void normalise(
      float[] x,
      int xOffset,
      float[] mean,
      float[] scale,
      float[] shift,
      int coefficientsOffset,
      float[] out,
      int outOffset,
      int count) {
    for (int i = 0; i < count; i++) {
      int k = coefficientsOffset + i;
      out[outOffset + i] = Math.fma(x[xOffset + i] - mean[k], scale[k], shift[k]);
    }
  }

  @Override
  public void addSquares(
      float[] x,
      int xOffset,
      float[] mean,
      int meanOffset,
      float[] sums,
      int sumsOffset,
      int count) {
    for (int i = 0; i < count; i++) {
      float difference = x[xOffset + i] - mean[meanOffset + i];
      sums[sumsOffset + i] = Math.fma(difference, difference, sums[sumsOffset + i]);
    }
  }

  @Override
  public void addProducts(
      float[] g,
      int gOffset,
      float[] x,
      int xOffset,
      float[] mean,
      int meanOffset,
      float[] sums,
      int sumsOffset,
      int count) {
    for (int i = 0; i < count; i++) {
      float difference = x[xOffset + i] - mean[meanOffset + i];
      sums[sumsOffset + i] = Math.fma(g[gOffset + i], difference, sums[sumsOffset + i]);
    }
  }

  @Override
  public void normaliseBack(
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
      int count) {
    for (int i = 0; i < count; i++) {
      int k = coefficientsOffset + i;
      float rest = Math.fma(b[k], x[xOffset + i] - mean[k], c[k]);
      out[outOffset + i] = Math.fma(a[k], g[gOffset + i], rest);
    }
  }

  @Override
  public void multiplyAddPixels(
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
      int outStep) {
    for (int pixel = 0; pixel < pixels; pixel++) {
      int i = aOffset + pixel * aStep;
      int j = bOffset + pixel * bStep;
      int k = outOffset + pixel * outStep;
      for (int c = 0; c < channels; c++) {
        out[k + c] = Math.fma(a[i + c], b[j + c], out[k + c]);
      }
    }
  }

  @Override
  public void sumTaps(
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
      int outStep) {
    sumTaps(
        pixels,
        0,
        channels,
        taps,
        in,
        inOffset,
        inStep,
        kernel,
        kernelStep,
        start,
        out,
        outOffset,
        outStep);
  }

  /** The channels from {@code from} on. */
  void sumTaps(
      int pixels,
      int from,
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
      int outStep) {
    for (int pixel = 0; pixel < pixels; pixel++) {
      for (int c = from; c < channels; c++) {
        int i = inOffset + pixel * inStep + c;
        float sum = start[c];
        for (int tap = 0; tap < taps.length; tap++) {
          sum = Math.fma(in[i + taps[tap]], kernel[tap * kernelStep + c], sum);
        }
        out[outOffset + pixel * outStep + c] = sum;
      }
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
  public void multiplyByClippedReluDerivative(
      float[] outputs,
      int outputsOffset,
      float max,
      float[] gradient,
      int gradientOffset,
      int count) {
    for (int i = 0; i < count; i++) {
      float y = outputs[outputsOffset + i];
      gradient[gradientOffset + i] *= y > 0f && y < max ? 1f : 0f;
    }
  }

  @Override
  public void select(
      float[] a,
      int aOffset,
      float[] keys,
      int keysOffset,
      float key,
      float[] out,
      int outOffset,
      int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = keys[keysOffset + i] == key ? a[aOffset + i] : 0f;
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
