package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.ElementwiseFunction;
import dev.plenum.api.network.ElementwiseFunction.Gelu;
import dev.plenum.api.network.ElementwiseFunction.HardSilu;
import dev.plenum.api.network.ElementwiseFunction.Silu;
import dev.plenum.backend.purejava.internal.kernels.Erf;

/** A function of one number whose derivative needs that number; the same with both kinds of kernels. */
interface InputFunction {

  /** The function. */
  float value(float x);

  /** Its derivative. */
  float derivative(float x);

  /** The function of an activation. */
  static InputFunction of(ElementwiseFunction function) {
    if (function instanceof Silu) {
      return new SiluFunction();
    } else if (function instanceof HardSilu) {
      return new HardSiluFunction();
    } else if (function instanceof Gelu gelu) {
      return gelu.approximate() ? new TanhGelu() : new ErfGelu();
    }
    throw new IllegalArgumentException("no code for the function " + function);
  }

  /** x · sigmoid(x). */
  final class SiluFunction implements InputFunction {
    @Override
    public float value(float x) {
      return (float) (x / (1 + StrictMath.exp(-x)));
    }

    @Override
    public float derivative(float x) {
      double sigmoid = 1 / (1 + StrictMath.exp(-x));
      return (float) (sigmoid * (1 + x * (1 - sigmoid)));
    }
  }

  /** x · min(max(x / 6 + 1/2, 0), 1). */
  final class HardSiluFunction implements InputFunction {
    @Override
    public float value(float x) {
      return x * Math.min(Math.max(x / 6f + 0.5f, 0f), 1f);
    }

    @Override
    public float derivative(float x) {
      return x <= -3f ? 0f : x >= 3f ? 1f : x / 3f + 0.5f;
    }
  }

  /** x · Φ(x). */
  final class ErfGelu implements InputFunction {
    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    @Override
    public float value(float x) {
      return (float) (x * (1 + Erf.of(x * ROOT_HALF)) / 2);
    }

    @Override
    public float derivative(float x) {
      double density = StrictMath.exp(-0.5 * x * x) / ROOT_TWO_PI;
      return (float) ((1 + Erf.of(x * ROOT_HALF)) / 2 + x * density);
    }
  }

  /** x · (1 + tanh(√(2/π) · (x + 0.044715 x³))) / 2. */
  final class TanhGelu implements InputFunction {
    private static final double FACTOR = Math.sqrt(2 / Math.PI);
    private static final double CUBIC = 0.044715;

    @Override
    public float value(float x) {
      return (float) (x * (1 + tanh(x)) / 2);
    }

    @Override
    public float derivative(float x) {
      double t = tanh(x);
      double inner = FACTOR * (1 + 3 * CUBIC * x * x);
      return (float) ((1 + t + x * (1 - t * t) * inner) / 2);
    }

    private static double tanh(double x) {
      return StrictMath.tanh(FACTOR * (x + CUBIC * x * x * x));
    }
  }
}
