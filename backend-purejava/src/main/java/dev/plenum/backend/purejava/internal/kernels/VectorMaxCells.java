package dev.plenum.backend.purejava.internal.kernels;

import static dev.plenum.backend.purejava.internal.kernels.VectorLanes.LANES;
import static dev.plenum.backend.purejava.internal.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The version on the Vector API: channel vectors, one pixel after the other. */
final class VectorMaxCells implements MaxCells {

  @Override
  public void offer(
      int pixels,
      int channels,
      float[] in,
      int inOffset,
      int inStep,
      float cell,
      float[] best,
      int bestOffset,
      float[] winners,
      int winnersOffset) {
    for (int p = 0; p < pixels; p++) {
      for (int c = 0; c < channels; c += LANES) {
        int o = p * channels + c;
        offer(
            in, inOffset + p * inStep + c, cell, best, bestOffset + o, winners, winnersOffset + o);
      }
    }
  }

  private static void offer(
      float[] in, int i, float cell, float[] best, int b, float[] winners, int w) {
    FloatVector value = FloatVector.fromArray(SPECIES, in, i);
    FloatVector old = FloatVector.fromArray(SPECIES, best, b);
    FloatVector winner = FloatVector.fromArray(SPECIES, winners, w);
    VectorMask<Float> wins = value
        .compare(VectorOperators.GT, old)
        .or(value.compare(VectorOperators.NE, value)); // only NaN differs from itself
    old.blend(value, wins).intoArray(best, b);
    winner.blend(cell, wins).intoArray(winners, w);
  }
}
