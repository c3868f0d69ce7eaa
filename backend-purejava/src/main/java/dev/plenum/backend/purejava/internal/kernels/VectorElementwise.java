package dev.plenum.backend.purejava.internal.kernels;

import static dev.plenum.backend.purejava.internal.kernels.VectorTiles.LANES;
import static dev.plenum.backend.purejava.internal.kernels.VectorTiles.SPECIES;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.OR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The version on the Vector API; what does not fill a vector is left to {@link ScalarElementwise}. */
final class VectorElementwise implements Elementwise {
  private static final IntVector LANE_NUMBERS =
      IntVector.zero(VectorSpecies.of(int.class, SPECIES.vectorShape())).addIndex(1);

  private final ScalarElementwise rest = new ScalarElementwise();

  @Override
  public void multiply(
      float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int count) {
    int end = SPECIES.loopBound(count);
    for (int i = 0; i < end; i += LANES) {
      FloatVector.fromArray(SPECIES, a, aOffset + i)
          .mul(FloatVector.fromArray(SPECIES, b, bOffset + i))
          .intoArray(out, outOffset + i);
    }
    rest.multiply(a, aOffset + end, b, bOffset + end, out, outOffset + end, count - end);
  }

  @Override
  public void multiplyByReluDerivative(
      float[] outputs, int outputsOffset, float[] gradient, int gradientOffset, int count) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    int end = SPECIES.loopBound(count);
    for (int i = 0; i < end; i += LANES) {
      VectorMask<Float> isPositive = FloatVector.fromArray(SPECIES, outputs, outputsOffset + i)
          .compare(VectorOperators.GT, zero);
      FloatVector.fromArray(SPECIES, gradient, gradientOffset + i)
          .mul(zero.blend(one, isPositive))
          .intoArray(gradient, gradientOffset + i);
    }
    rest.multiplyByReluDerivative(
        outputs, outputsOffset + end, gradient, gradientOffset + end, count - end);
  }

  @Override
  public long nonZeros(float[] values, int offset, int count) {
    int end = SPECIES.loopBound(count);
    long bits = 0;
    for (int i = 0; i < end; i += LANES) {
      // Not by a mask's toLong(), which JDK 17 computes lane by lane.
      IntVector magnitude =
          FloatVector.fromArray(SPECIES, values, offset + i).reinterpretAsInts().lanewise(LSHL, 1);
      int found = magnitude
          .or(magnitude.neg())
          .lanewise(LSHR, Integer.SIZE - 1)
          .lanewise(LSHL, LANE_NUMBERS)
          .reduceLanes(OR);
      bits |= (long) found << i;
    }
    return end < count ? bits | rest.nonZeros(values, offset + end, count - end) << end : bits;
  }
}
