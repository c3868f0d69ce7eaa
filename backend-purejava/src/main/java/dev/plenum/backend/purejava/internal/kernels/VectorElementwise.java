package dev.plenum.backend.purejava.internal.kernels;

import static dev.plenum.backend.purejava.internal.kernels.VectorLanes.LANES;
import static dev.plenum.backend.purejava.internal.kernels.VectorLanes.SPECIES;
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
  public void add(
      float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int count) {
    int end = SPECIES.loopBound(count);
    for (int i = 0; i < end; i += LANES) {
      FloatVector.fromArray(SPECIES, a, aOffset + i)
          .add(FloatVector.fromArray(SPECIES, b, bOffset + i))
          .intoArray(out, outOffset + i);
    }
    rest.add(a, aOffset + end, b, bOffset + end, out, outOffset + end, count - end);
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
    int end = SPECIES.loopBound(count);
    for (int i = 0; i < end; i += LANES) {
      int k = coefficientsOffset + i;
      FloatVector.fromArray(SPECIES, x, xOffset + i)
          .fma(FloatVector.fromArray(SPECIES, scale, k), FloatVector.fromArray(SPECIES, shift, k))
          .intoArray(out, outOffset + i);
    }
    rest.scaleAndShift(
        x,
        xOffset + end,
        scale,
        shift,
        coefficientsOffset + end,
        out,
        outOffset + end,
        count - end);
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
    int end = SPECIES.loopBound(count);
    for (int i = 0; i < end; i += LANES) {
      int k = coefficientsOffset + i;
      FloatVector.fromArray(SPECIES, x, xOffset + i)
          .sub(FloatVector.fromArray(SPECIES, mean, k))
          .fma(FloatVector.fromArray(SPECIES, scale, k), FloatVector.fromArray(SPECIES, shift, k))
          .intoArray(out, outOffset + i);
    }
    rest.normalise(
        x,
        xOffset + end,
        mean,
        scale,
        shift,
        coefficientsOffset + end,
        out,
        outOffset + end,
        count - end);
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
    int end = SPECIES.loopBound(count);
    for (int i = 0; i < end; i += LANES) {
      FloatVector difference = FloatVector.fromArray(SPECIES, x, xOffset + i)
          .sub(FloatVector.fromArray(SPECIES, mean, meanOffset + i));
      difference
          .fma(difference, FloatVector.fromArray(SPECIES, sums, sumsOffset + i))
          .intoArray(sums, sumsOffset + i);
    }
    rest.addSquares(x, xOffset + end, mean, meanOffset + end, sums, sumsOffset + end, count - end);
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
    int end = SPECIES.loopBound(count);
    for (int i = 0; i < end; i += LANES) {
      FloatVector.fromArray(SPECIES, x, xOffset + i)
          .sub(FloatVector.fromArray(SPECIES, mean, meanOffset + i))
          .fma(
              FloatVector.fromArray(SPECIES, g, gOffset + i),
              FloatVector.fromArray(SPECIES, sums, sumsOffset + i))
          .intoArray(sums, sumsOffset + i);
    }
    rest.addProducts(
        g,
        gOffset + end,
        x,
        xOffset + end,
        mean,
        meanOffset + end,
        sums,
        sumsOffset + end,
        count - end);
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
    int end = SPECIES.loopBound(count);
    for (int i = 0; i < end; i += LANES) {
      int k = coefficientsOffset + i;
      FloatVector rest = FloatVector.fromArray(SPECIES, x, xOffset + i)
          .sub(FloatVector.fromArray(SPECIES, mean, k))
          .fma(FloatVector.fromArray(SPECIES, b, k), FloatVector.fromArray(SPECIES, c, k));
      FloatVector.fromArray(SPECIES, g, gOffset + i)
          .fma(FloatVector.fromArray(SPECIES, a, k), rest)
          .intoArray(out, outOffset + i);
    }
    rest.normaliseBack(
        g,
        gOffset + end,
        x,
        xOffset + end,
        mean,
        a,
        b,
        c,
        coefficientsOffset + end,
        out,
        outOffset + end,
        count - end);
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
    int end = SPECIES.loopBound(channels);
    for (int c = 0; c < end; c += LANES) {
      int i = aOffset + c;
      int j = bOffset + c;
      int k = outOffset + c;
      if (outStep == 0) {
        addPixels(pixels, a, i, aStep, b, j, bStep, out, k);
        continue;
      }
      for (int pixel = 0; pixel < pixels; pixel++) {
        FloatVector.fromArray(SPECIES, a, i)
            .fma(FloatVector.fromArray(SPECIES, b, j), FloatVector.fromArray(SPECIES, out, k))
            .intoArray(out, k);
        i += aStep;
        j += bStep;
        k += outStep;
      }
    }
    if (end < channels) {
      rest.multiplyAddPixels(
          pixels,
          channels - end,
          a,
          aOffset + end,
          aStep,
          b,
          bOffset + end,
          bStep,
          out,
          outOffset + end,
          outStep);
    }
  }

  /** A sum that stays in a register. */
  private static void addPixels(
      int pixels, float[] a, int i, int aStep, float[] b, int j, int bStep, float[] out, int k) {
    FloatVector sum = FloatVector.fromArray(SPECIES, out, k);
    int aIndex = i;
    int bIndex = j;
    for (int pixel = 0; pixel < pixels; pixel++) {
      sum = FloatVector.fromArray(SPECIES, a, aIndex)
          .fma(FloatVector.fromArray(SPECIES, b, bIndex), sum);
      aIndex += aStep;
      bIndex += bStep;
    }
    sum.intoArray(out, k);
  }

  /** The taps' sum of a pixel stays in a register. */
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
    int end = SPECIES.loopBound(channels);
    for (int c = 0; c < end; c += LANES) {
      FloatVector first = FloatVector.fromArray(SPECIES, start, c);
      for (int pixel = 0; pixel < pixels; pixel++) {
        int i = inOffset + pixel * inStep + c;
        FloatVector sum = first;
        for (int tap = 0; tap < taps.length; tap++) {
          sum = FloatVector.fromArray(SPECIES, in, i + taps[tap])
              .fma(FloatVector.fromArray(SPECIES, kernel, tap * kernelStep + c), sum);
        }
        sum.intoArray(out, outOffset + pixel * outStep + c);
      }
    }
    rest.sumTaps(
        pixels,
        end,
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
  public void multiplyByClippedReluDerivative(
      float[] outputs,
      int outputsOffset,
      float max,
      float[] gradient,
      int gradientOffset,
      int count) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    FloatVector limit = FloatVector.broadcast(SPECIES, max);
    int end = SPECIES.loopBound(count);
    for (int i = 0; i < end; i += LANES) {
      FloatVector output = FloatVector.fromArray(SPECIES, outputs, outputsOffset + i);
      VectorMask<Float> passes =
          output.compare(VectorOperators.GT, zero).and(output.compare(VectorOperators.LT, limit));
      FloatVector.fromArray(SPECIES, gradient, gradientOffset + i)
          .mul(zero.blend(one, passes))
          .intoArray(gradient, gradientOffset + i);
    }
    rest.multiplyByClippedReluDerivative(
        outputs, outputsOffset + end, max, gradient, gradientOffset + end, count - end);
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
    FloatVector zero = FloatVector.zero(SPECIES);
    int end = SPECIES.loopBound(count);
    for (int i = 0; i < end; i += LANES) {
      VectorMask<Float> isKey = FloatVector.fromArray(SPECIES, keys, keysOffset + i)
          .compare(VectorOperators.EQ, FloatVector.broadcast(SPECIES, key));
      zero.blend(FloatVector.fromArray(SPECIES, a, aOffset + i), isKey)
          .intoArray(out, outOffset + i);
    }
    rest.select(a, aOffset + end, keys, keysOffset + end, key, out, outOffset + end, count - end);
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
