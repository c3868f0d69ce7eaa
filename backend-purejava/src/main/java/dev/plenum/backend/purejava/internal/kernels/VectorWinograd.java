package dev.plenum.backend.purejava.internal.kernels;

import static dev.plenum.backend.purejava.internal.kernels.VectorLanes.LANES;
import static dev.plenum.backend.purejava.internal.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The version on the Vector API; {@link ScalarWinograd} with a vector for each value. All are loaded before
 * one is stored: a load that follows a store waits for it where C2 and the processor cannot tell that
 * they lie apart, which took a sixth of the time of the transform along the rows.
 */
final class VectorWinograd implements Winograd {

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
      for (int k = 0; k < count; k += LANES) {
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
      for (int k = 0; k < count; k += LANES) {
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
      for (int k = 0; k < count; k += LANES) {
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
    FloatVector x0 = FloatVector.fromArray(SPECIES, in, i);
    FloatVector x1 = FloatVector.fromArray(SPECIES, in, i + step);
    FloatVector x2 = FloatVector.fromArray(SPECIES, in, i + 2 * step);
    FloatVector x3 = FloatVector.fromArray(SPECIES, in, i + 3 * step);
    FloatVector x4 = FloatVector.fromArray(SPECIES, in, i + 4 * step);
    FloatVector x5 = FloatVector.fromArray(SPECIES, in, i + 5 * step);
    FloatVector even = FloatVector.broadcast(SPECIES, -4f).fma(x2, x4);
    FloatVector odd = FloatVector.broadcast(SPECIES, -4f).fma(x1, x3);
    FloatVector even2 = x4.sub(x2);
    FloatVector odd2 = x3.sub(x1);
    FloatVector first = FloatVector.broadcast(SPECIES, -5f).fma(x2, x4);
    FloatVector last = FloatVector.broadcast(SPECIES, -5f).fma(x3, x5);
    FloatVector.broadcast(SPECIES, 4f).fma(x0, first).intoArray(out, o);
    even.add(odd).intoArray(out, o + outStep);
    even.sub(odd).intoArray(out, o + 2 * outStep);
    FloatVector.broadcast(SPECIES, 2f).fma(odd2, even2).intoArray(out, o + 3 * outStep);
    FloatVector.broadcast(SPECIES, -2f).fma(odd2, even2).intoArray(out, o + 4 * outStep);
    FloatVector.broadcast(SPECIES, 4f).fma(x1, last).intoArray(out, o + 5 * outStep);
  }

  private static void output4(
      float[] in, int i, int step, float[] start, int k, float[] out, int o, int outStep) {
    FloatVector x0 = FloatVector.fromArray(SPECIES, in, i);
    FloatVector x1 = FloatVector.fromArray(SPECIES, in, i + step);
    FloatVector x2 = FloatVector.fromArray(SPECIES, in, i + 2 * step);
    FloatVector x3 = FloatVector.fromArray(SPECIES, in, i + 3 * step);
    FloatVector x4 = FloatVector.fromArray(SPECIES, in, i + 4 * step);
    FloatVector x5 = FloatVector.fromArray(SPECIES, in, i + 5 * step);
    FloatVector first = FloatVector.fromArray(SPECIES, start, k);
    FloatVector even = x1.add(x2);
    FloatVector odd = x1.sub(x2);
    FloatVector even2 = x3.add(x4);
    FloatVector odd2 = x3.sub(x4);
    x0.add(even).add(even2).add(first).intoArray(out, o);
    FloatVector.broadcast(SPECIES, 2f).fma(odd2, odd).add(first).intoArray(out, o + outStep);
    FloatVector.broadcast(SPECIES, 4f).fma(even2, even).add(first).intoArray(out, o + 2 * outStep);
    FloatVector.broadcast(SPECIES, 8f)
        .fma(odd2, odd)
        .add(x5)
        .add(first)
        .intoArray(out, o + 3 * outStep);
  }

  private static void output2(
      float[] in, int i, int step, float[] start, int k, float[] out, int o, int outStep) {
    FloatVector x0 = FloatVector.fromArray(SPECIES, in, i);
    FloatVector x1 = FloatVector.fromArray(SPECIES, in, i + step);
    FloatVector x2 = FloatVector.fromArray(SPECIES, in, i + 2 * step);
    FloatVector x3 = FloatVector.fromArray(SPECIES, in, i + 3 * step);
    FloatVector x4 = FloatVector.fromArray(SPECIES, in, i + 4 * step);
    FloatVector x5 = FloatVector.fromArray(SPECIES, in, i + 5 * step);
    FloatVector first = FloatVector.fromArray(SPECIES, start, k);
    x0.add(x1.add(x2)).add(x3.add(x4)).add(first).intoArray(out, o);
    FloatVector.broadcast(SPECIES, 2f)
        .fma(x3.sub(x4), x1.sub(x2))
        .add(x5)
        .add(first)
        .intoArray(out, o + outStep);
  }

  private static void gradient4(float[] in, int i, int step, float[] out, int o, int outStep) {
    FloatVector x0 = FloatVector.fromArray(SPECIES, in, i);
    FloatVector x1 = FloatVector.fromArray(SPECIES, in, i + step);
    FloatVector x2 = FloatVector.fromArray(SPECIES, in, i + 2 * step);
    FloatVector x3 = FloatVector.fromArray(SPECIES, in, i + 3 * step);
    FloatVector even = x0.add(x2);
    FloatVector odd = x1.add(x3);
    FloatVector even2 = FloatVector.broadcast(SPECIES, 4f).fma(x2, x0);
    FloatVector odd2 = FloatVector.broadcast(SPECIES, 4f).fma(x3, x1);
    x0.intoArray(out, o);
    even.add(odd).intoArray(out, o + outStep);
    even.sub(odd).intoArray(out, o + 2 * outStep);
    FloatVector.broadcast(SPECIES, 2f).fma(odd2, even2).intoArray(out, o + 3 * outStep);
    FloatVector.broadcast(SPECIES, -2f).fma(odd2, even2).intoArray(out, o + 4 * outStep);
    x3.intoArray(out, o + 5 * outStep);
  }

  private static void gradient2(float[] in, int i, int step, float[] out, int o, int outStep) {
    FloatVector x0 = FloatVector.fromArray(SPECIES, in, i);
    FloatVector x1 = FloatVector.fromArray(SPECIES, in, i + step);
    x0.intoArray(out, o);
    x0.add(x1).intoArray(out, o + outStep);
    x0.sub(x1).intoArray(out, o + 2 * outStep);
    FloatVector.broadcast(SPECIES, 2f).fma(x1, x0).intoArray(out, o + 3 * outStep);
    FloatVector.broadcast(SPECIES, -2f).fma(x1, x0).intoArray(out, o + 4 * outStep);
    x1.intoArray(out, o + 5 * outStep);
  }
}
