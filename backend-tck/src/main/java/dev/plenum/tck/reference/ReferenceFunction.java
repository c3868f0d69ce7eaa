package dev.plenum.tck.reference;

import dev.plenum.api.network.ElementwiseFunction;
import dev.plenum.api.network.ElementwiseFunction.ExponentialLinear;
import dev.plenum.api.network.ElementwiseFunction.Gelu;
import dev.plenum.api.network.ElementwiseFunction.HardSigmoid;
import dev.plenum.api.network.ElementwiseFunction.HardSilu;
import dev.plenum.api.network.ElementwiseFunction.Identity;
import dev.plenum.api.network.ElementwiseFunction.Rectifier;
import dev.plenum.api.network.ElementwiseFunction.Sigmoid;
import dev.plenum.api.network.ElementwiseFunction.Silu;
import dev.plenum.api.network.ElementwiseFunction.Softmax;
import dev.plenum.api.network.ElementwiseFunction.Tanh;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * A function of one number and its derivative.
 *
 * @param f the function
 * @param slope its derivative, by x
 * @param kinks where the derivative jumps
 */
record ReferenceFunction(DoubleUnaryOperator f, DoubleUnaryOperator slope, List<Double> kinks) {

  /** Softmax is the identity here: it is part of the loss, see {@link CrossEntropy}. */
  static ReferenceFunction of(ElementwiseFunction function) {
    if (function instanceof Identity || function instanceof Softmax) {
      return smooth(x -> x, x -> 1);
    } else if (function instanceof Rectifier rectifier) {
      return rectifier(rectifier.maxValue(), rectifier.negativeSlope(), rectifier.threshold());
    } else if (function instanceof ExponentialLinear elu) {
      return elu(elu.alpha());
    } else if (function instanceof Sigmoid) {
      return smooth(ReferenceFunction::sigmoid, x -> sigmoid(x) * (1 - sigmoid(x)));
    } else if (function instanceof Tanh) {
      return smooth(StrictMath::tanh, x -> 1 - StrictMath.tanh(x) * StrictMath.tanh(x));
    } else if (function instanceof HardSigmoid) {
      return new ReferenceFunction(
          ReferenceFunction::hardSigmoid, ReferenceFunction::hardSlope, List.of(-3.0, 3.0));
    } else if (function instanceof Silu) {
      return smooth(x -> x * sigmoid(x), x -> sigmoid(x) + x * sigmoid(x) * (1 - sigmoid(x)));
    } else if (function instanceof HardSilu) {
      return new ReferenceFunction(
          x -> x * hardSigmoid(x), x -> hardSigmoid(x) + x * hardSlope(x), List.of(-3.0, 3.0));
    } else if (function instanceof Gelu gelu) {
      return gelu.approximate()
          ? smooth(ReferenceGelu::approximate, ReferenceGelu::approximateSlope)
          : smooth(ReferenceGelu::exact, ReferenceGelu::exactSlope);
    }
    throw new IllegalArgumentException("there is no reference for " + function);
  }

  private static ReferenceFunction smooth(DoubleUnaryOperator f, DoubleUnaryOperator slope) {
    return new ReferenceFunction(f, slope, List.of());
  }

  double value(double x) {
    return f.applyAsDouble(x);
  }

  double derivative(double x) {
    return slope.applyAsDouble(x);
  }

  /** Its slope at 0 is the one below, at the maximum the one above; a NaN stays one. */
  private static ReferenceFunction rectifier(double max, double negativeSlope, double threshold) {
    DoubleUnaryOperator below = negativeSlope == 0 ? x -> 0 : x -> negativeSlope * (x - threshold);
    return new ReferenceFunction(
        x -> x < threshold ? below.applyAsDouble(x) : x >= max ? max : x,
        x -> x < threshold || x == 0 ? negativeSlope : x >= max ? 0 : 1,
        Stream.of(threshold, max).filter(Double::isFinite).toList());
  }

  /** With alpha 1 the derivative does not jump. */
  private static ReferenceFunction elu(double alpha) {
    return new ReferenceFunction(
        x -> x > 0 ? x : alpha * StrictMath.expm1(x),
        x -> x > 0 ? 1 : alpha * StrictMath.exp(x),
        alpha == 1 ? List.of() : List.of(0.0));
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  private static double hardSigmoid(double x) {
    return Math.min(Math.max(x / 6 + 0.5, 0), 1);
  }

  private static double hardSlope(double x) {
    return x > -3 && x < 3 ? 1.0 / 6 : 0;
  }
}
