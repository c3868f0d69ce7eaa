package dev.plenum.backend.purejava.internal.kernels;

import static dev.plenum.backend.purejava.internal.kernels.VectorLanes.LANES;
import static dev.plenum.backend.purejava.internal.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The version on the Vector API; what does not fill a vector is left to {@link ScalarRectifiedNorm}. */
final class VectorRectifiedNorm implements RectifiedNorm {
  private final ScalarRectifiedNorm rest = new ScalarRectifiedNorm();

  /** Comparisons in place of {@code max} and {@code min}, which take several instructions for NaN and −0. */
  @Override
  public void apply(Coefficients k, float[] x, int xOffset, float[] out, int outOffset, int count) {
    float[] mean = k.mean();
    float[] scale = k.scale();
    float[] shift = k.shift();
    int start = k.start();
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector limit = FloatVector.broadcast(SPECIES, k.limit());
    int end = SPECIES.loopBound(count);
    for (int i = 0; i < end; i += LANES) {
      int j = start + i;
      FloatVector value = FloatVector.fromArray(SPECIES, x, xOffset + i)
          .sub(FloatVector.fromArray(SPECIES, mean, j))
          .fma(FloatVector.fromArray(SPECIES, scale, j), FloatVector.fromArray(SPECIES, shift, j));
      FloatVector rectified = value.blend(zero, value.compare(VectorOperators.LE, zero));
      rectified
          .blend(limit, rectified.compare(VectorOperators.GT, limit))
          .intoArray(out, outOffset + i);
    }
    rest.apply(k, end, x, xOffset, out, outOffset, count);
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
    float[] mean = k.mean();
    float[] scale = k.scale();
    float[] shift = k.shift();
    int start = k.start();
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    FloatVector largest = FloatVector.broadcast(SPECIES, k.largestPassing());
    int end = SPECIES.loopBound(count);
    for (int i = 0; i < end; i += LANES) {
      int j = start + i;
      FloatVector difference = FloatVector.fromArray(SPECIES, x, xOffset + i)
          .sub(FloatVector.fromArray(SPECIES, mean, j));
      FloatVector value = difference.fma(
          FloatVector.fromArray(SPECIES, scale, j), FloatVector.fromArray(SPECIES, shift, j));
      VectorMask<Float> passes =
          value.compare(VectorOperators.GT, zero).and(value.compare(VectorOperators.LE, largest));
      FloatVector passing =
          FloatVector.fromArray(SPECIES, g, gOffset + i).mul(zero.blend(one, passes));
      FloatVector sum = FloatVector.fromArray(SPECIES, sums, j).add(passing);
      FloatVector product = difference.fma(passing, FloatVector.fromArray(SPECIES, products, j));
      sum.intoArray(sums, j);
      product.intoArray(products, j);
    }
    rest.addGradients(k, end, g, gOffset, x, xOffset, sums, products, count);
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
    float[] mean = k.mean();
    float[] scale = k.scale();
    float[] shift = k.shift();
    float[] ofDifference = k.ofDifference();
    float[] constant = k.constant();
    int start = k.start();
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    FloatVector largest = FloatVector.broadcast(SPECIES, k.largestPassing());
    int end = SPECIES.loopBound(count);
    for (int i = 0; i < end; i += LANES) {
      int j = start + i;
      FloatVector factor = FloatVector.fromArray(SPECIES, scale, j);
      FloatVector difference = FloatVector.fromArray(SPECIES, x, xOffset + i)
          .sub(FloatVector.fromArray(SPECIES, mean, j));
      FloatVector value = difference.fma(factor, FloatVector.fromArray(SPECIES, shift, j));
      VectorMask<Float> passes =
          value.compare(VectorOperators.GT, zero).and(value.compare(VectorOperators.LE, largest));
      FloatVector passing =
          FloatVector.fromArray(SPECIES, g, gOffset + i).mul(zero.blend(one, passes));
      FloatVector others = difference.fma(
          FloatVector.fromArray(SPECIES, ofDifference, j),
          FloatVector.fromArray(SPECIES, constant, j));
      passing.fma(factor, others).intoArray(out, outOffset + i);
    }
    rest.giveBack(k, end, g, gOffset, x, xOffset, out, outOffset, count);
  }
}
