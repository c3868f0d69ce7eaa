package dev.plenum.backend.purejava.internal.kernels;

import static dev.plenum.backend.purejava.internal.kernels.VectorTiles.LANES;
import static dev.plenum.backend.purejava.internal.kernels.VectorTiles.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The twin on the Vector API; what does not fill a vector is left to {@link ScalarElementwise}. */
final class VectorElementwise implements Elementwise {
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
      bits |= FloatVector.fromArray(SPECIES, values, offset + i)
              .compare(VectorOperators.NE, 0f)
              .toLong()
          << i;
    }
    return end < count ? bits | rest.nonZeros(values, offset + end, count - end) << end : bits;
  }
}
