package dev.plenum.backend.purejava.internal.kernels;

/** The version without the Vector API, and the specification of {@link VectorWinograd}. */
final class ScalarWinograd implements Winograd {

  @Override
  public void transformInput(
      int tiles,
      int count,
      float[] in,
      int inOffset,
      int inTile,
      int inStep,
      float[] out,
      int outOffset,
      int outTile,
      int outStep) {
    for (int tile = 0; tile < tiles; tile++) {
      for (int k = 0; k < count; k++) {
        int i = inOffset + tile * inTile + k;
        int o = outOffset + tile * outTile + k;
        input(in, i, inStep, out, o, outStep);
      }
    }
  }

  @Override
  public void transformOutput(
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
      int outStep) {
    for (int tile = 0; tile < tiles; tile++) {
      for (int k = 0; k < count; k++) {
        int i = inOffset + tile * inTile + k;
        int o = outOffset + tile * outTile + k;
        if (outputs == 4) {
          output4(in, i, inStep, start, k, out, o, outStep);
        } else {
          output2(in, i, inStep, start, k, out, o, outStep);
        }
      }
    }
  }

  @Override
  public void transformGradient(
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
      int outStep) {
    for (int tile = 0; tile < tiles; tile++) {
      for (int k = 0; k < count; k++) {
        int i = inOffset + tile * inTile + k;
        int o = outOffset + tile * outTile + k;
        if (outputs == 4) {
          gradient4(in, i, inStep, out, o, outStep);
        } else {
          gradient2(in, i, inStep, out, o, outStep);
        }
      }
    }
  }

  private static void input(float[] in, int i, int step, float[] out, int o, int outStep) {
    float x1 = in[i + step];
    float x2 = in[i + 2 * step];
    float x3 = in[i + 3 * step];
    float x4 = in[i + 4 * step];
    float even = Math.fma(-4f, x2, x4);
    float odd = Math.fma(-4f, x1, x3);
    float even2 = x4 - x2;
    float odd2 = x3 - x1;
    out[o] = Math.fma(4f, in[i], Math.fma(-5f, x2, x4));
    out[o + outStep] = even + odd;
    out[o + 2 * outStep] = even - odd;
    out[o + 3 * outStep] = Math.fma(2f, odd2, even2);
    out[o + 4 * outStep] = Math.fma(-2f, odd2, even2);
    out[o + 5 * outStep] = Math.fma(4f, x1, Math.fma(-5f, x3, in[i + 5 * step]));
  }

  private static void output4(
      float[] in, int i, int step, float[] start, int k, float[] out, int o, int outStep) {
    float x1 = in[i + step];
    float x2 = in[i + 2 * step];
    float x3 = in[i + 3 * step];
    float x4 = in[i + 4 * step];
    float even = x1 + x2;
    float odd = x1 - x2;
    float even2 = x3 + x4;
    float odd2 = x3 - x4;
    out[o] = ((in[i] + even) + even2) + start[k];
    out[o + outStep] = Math.fma(2f, odd2, odd) + start[k];
    out[o + 2 * outStep] = Math.fma(4f, even2, even) + start[k];
    out[o + 3 * outStep] = (Math.fma(8f, odd2, odd) + in[i + 5 * step]) + start[k];
  }

  private static void output2(
      float[] in, int i, int step, float[] start, int k, float[] out, int o, int outStep) {
    float x1 = in[i + step];
    float x2 = in[i + 2 * step];
    float x3 = in[i + 3 * step];
    float x4 = in[i + 4 * step];
    out[o] = ((in[i] + (x1 + x2)) + (x3 + x4)) + start[k];
    out[o + outStep] = (Math.fma(2f, x3 - x4, x1 - x2) + in[i + 5 * step]) + start[k];
  }

  private static void gradient4(float[] in, int i, int step, float[] out, int o, int outStep) {
    float x1 = in[i + step];
    float x2 = in[i + 2 * step];
    float x3 = in[i + 3 * step];
    float even = in[i] + x2;
    float odd = x1 + x3;
    float even2 = Math.fma(4f, x2, in[i]);
    float odd2 = Math.fma(4f, x3, x1);
    out[o] = in[i];
    out[o + outStep] = even + odd;
    out[o + 2 * outStep] = even - odd;
    out[o + 3 * outStep] = Math.fma(2f, odd2, even2);
    out[o + 4 * outStep] = Math.fma(-2f, odd2, even2);
    out[o + 5 * outStep] = x3;
  }

  private static void gradient2(float[] in, int i, int step, float[] out, int o, int outStep) {
    float x0 = in[i];
    float x1 = in[i + step];
    out[o] = x0;
    out[o + outStep] = x0 + x1;
    out[o + 2 * outStep] = x0 - x1;
    out[o + 3 * outStep] = Math.fma(2f, x1, x0);
    out[o + 4 * outStep] = Math.fma(-2f, x1, x0);
    out[o + 5 * outStep] = x1;
  }
}
