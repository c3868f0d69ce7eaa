package dev.plenum.backend.purejava.internal.kernels;

/** The version without the Vector API, and the specification of {@link VectorRectifiedNorm}. */
final class ScalarRectifiedNorm implements RectifiedNorm {

  @Override
  public void apply(Coefficients k, float[] x, int xOffset, float[] out, int outOffset, int count) {
    apply(k, 0, x, xOffset, out, outOffset, count);
  }

  @Override
  public void addGradients(
      Coefficients k,
      float[] g,
      int gOffset,
      float[] x,
      int xOffset,
      float[] sums,
      float[] products,
      int count) {
    addGradients(k, 0, g, gOffset, x, xOffset, sums, products, count);
  }

  @Override
  public void giveBack(
      Coefficients k,
      float[] g,
      int gOffset,
      float[] x,
      int xOffset,
      float[] out,
      int outOffset,
      int count) {
    giveBack(k, 0, g, gOffset, x, xOffset, out, outOffset, count);
  }

  /** Like the others below, from a value of the row on. */
  void apply(
      Coefficients k, int from, float[] x, int xOffset, float[] out, int outOffset, int count) {
    for (int i = from; i < count; i++) {
      out[outOffset + i] = Math.min(Math.max(normalised(k, i, x[xOffset + i]), 0f), k.limit());
    }
  }

  void addGradients(
      Coefficients k,
      int from,
      float[] g,
      int gOffset,
      float[] x,
      int xOffset,
      float[] sums,
      float[] products,
      int count) {
    float largest = k.largestPassing();
    for (int i = from; i < count; i++) {
      int j = k.start() + i;
      float value = x[xOffset + i];
      float passing = g[gOffset + i] * derivative(normalised(k, i, value), largest);
      sums[j] += passing;
      products[j] = Math.fma(passing, value - k.mean()[j], products[j]);
    }
  }

  void giveBack(
      Coefficients k,
      int from,
      float[] g,
      int gOffset,
      float[] x,
      int xOffset,
      float[] out,
      int outOffset,
      int count) {
    float largest = k.largestPassing();
    for (int i = from; i < count; i++) {
      int j = k.start() + i;
      float value = x[xOffset + i];
      float passing = g[gOffset + i] * derivative(normalised(k, i, value), largest);
      float rest = Math.fma(k.ofDifference()[j], value - k.mean()[j], k.constant()[j]);
      out[outOffset + i] = Math.fma(k.scale()[j], passing, rest);
    }
  }

  private static float normalised(Coefficients k, int i, float x) {
    int j = k.start() + i;
    return Math.fma(x - k.mean()[j], k.scale()[j], k.shift()[j]);
  }

  private static float derivative(float normalised, float largest) {
    return normalised > 0f && normalised <= largest ? 1f : 0f;
  }
}
