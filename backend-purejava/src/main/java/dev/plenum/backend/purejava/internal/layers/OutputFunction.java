package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.ElementwiseFunction;
import dev.plenum.api.network.ElementwiseFunction.ExponentialLinear;
import dev.plenum.api.network.ElementwiseFunction.HardSigmoid;
import dev.plenum.api.network.ElementwiseFunction.Rectifier;
import dev.plenum.api.network.ElementwiseFunction.Sigmoid;
import dev.plenum.api.network.ElementwiseFunction.Tanh;
import dev.plenum.backend.purejava.internal.kernels.Elementwise;

/** An {@link ActivationFunction} number by number; the same with both kinds of kernels. */
abstract class OutputFunction implements ActivationFunction {

  /** The function. */
  abstract float value(float x);

  /** Its derivative where its value is y. */
  abstract float derivative(float y);

  @Override
  public final void apply(float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] = value(values[i]);
    }
  }

  @Override
  public final void multiplyByDerivative(
      float[] outputs,
      int from,
      float[] gradient,
      int gradientFrom,
      int length,
      Elementwise elementwise) {
    for (int i = 0; i < length; i++) {
      gradient[gradientFrom + i] *= derivative(outputs[from + i]);
    }
  }

  static OutputFunction of(ElementwiseFunction function) {
    if (function instanceof Rectifier rectifier) {
      return rectifier(rectifier);
    } else if (function instanceof ExponentialLinear elu) {
      return elu((float) elu.alpha());
    } else if (function instanceof Sigmoid) {
      return sigmoid();
    } else if (function instanceof Tanh) {
      return tanh();
    } else if (function instanceof HardSigmoid) {
      return hardSigmoid();
    }
    throw new IllegalArgumentException("the derivative of " + function + " needs its input");
  }

  private static OutputFunction rectifier(Rectifier spec) {
    float max = (float) spec.maxValue();
    float slope = (float) spec.negativeSlope();
    float threshold = (float) spec.threshold();
    return new OutputFunction() {
      @Override
      float value(float x) {
        return x < threshold ? slope * (x - threshold) : Math.min(x, max);
      }

      @Override
      float derivative(float y) {
        return y > 0f ? y < max ? 1f : 0f : slope;
      }
    };
  }

  private static OutputFunction elu(float alpha) {
    return new OutputFunction() {
      @Override
      float value(float x) {
        return x > 0f ? x : (float) (alpha * StrictMath.expm1(x));
      }

      @Override
      float derivative(float y) {
        return y > 0f ? 1f : y + alpha;
      }
    };
  }

  private static OutputFunction sigmoid() {
    return new OutputFunction() {
      @Override
      float value(float x) {
        return (float) (1 / (1 + StrictMath.exp(-x)));
      }

      @Override
      float derivative(float y) {
        return y * (1f - y);
      }
    };
  }

  private static OutputFunction tanh() {
    return new OutputFunction() {
      @Override
      float value(float x) {
        return (float) StrictMath.tanh(x);
      }

      @Override
      float derivative(float y) {
        return 1f - y * y;
      }
    };
  }

  private static OutputFunction hardSigmoid() {
    return new OutputFunction() {
      @Override
      float value(float x) {
        return Math.min(Math.max(x / 6f + 0.5f, 0f), 1f);
      }

      @Override
      float derivative(float y) {
        return y > 0f && y < 1f ? 1f / 6f : 0f;
      }
    };
  }
}
