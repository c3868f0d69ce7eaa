package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Activation;
import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;

/** Activations and their derivatives, over a stretch of an array. */
enum ActivationFunction {
  LINEAR {
    @Override
    void apply(float[] values, int from, int to) {}

    @Override
    void multiplyByDerivative(
        float[] outputs,
        int from,
        float[] gradient,
        int gradientFrom,
        int length,
        Elementwise elementwise) {}
  },
  RELU {
    @Override
    void apply(float[] values, int from, int to) {
      for (int i = from; i < to; i++) {
        values[i] = Math.max(values[i], 0f);
      }
    }

    @Override
    void multiplyByDerivative(
        float[] outputs,
        int from,
        float[] gradient,
        int gradientFrom,
        int length,
        Elementwise elementwise) {
      elementwise.multiplyByReluDerivative(outputs, from, gradient, gradientFrom, length);
    }
  },
  SIGMOID {
    @Override
    void apply(float[] values, int from, int to) {
      for (int i = from; i < to; i++) {
        values[i] = (float) (1 / (1 + StrictMath.exp(-values[i])));
      }
    }

    @Override
    void multiplyByDerivative(
        float[] outputs,
        int from,
        float[] gradient,
        int gradientFrom,
        int length,
        Elementwise elementwise) {
      for (int i = 0; i < length; i++) {
        float y = outputs[from + i];
        gradient[gradientFrom + i] *= y * (1f - y);
      }
    }
  },
  TANH {
    @Override
    void apply(float[] values, int from, int to) {
      for (int i = from; i < to; i++) {
        values[i] = (float) StrictMath.tanh(values[i]);
      }
    }

    @Override
    void multiplyByDerivative(
        float[] outputs,
        int from,
        float[] gradient,
        int gradientFrom,
        int length,
        Elementwise elementwise) {
      for (int i = 0; i < length; i++) {
        float y = outputs[from + i];
        gradient[gradientFrom + i] *= 1f - y * y;
      }
    }
  };

  /** The function of a layer; softmax, which only ends a network, is left to the loss. */
  static ActivationFunction of(Activation activation) {
    return switch (activation) {
      case LINEAR, SOFTMAX -> LINEAR;
      case RELU -> RELU;
      case SIGMOID -> SIGMOID;
      case TANH -> TANH;
      default -> throw new IllegalArgumentException("no code for " + activation);
    };
  }

  /** Replaces values[from … to − 1] by the function's. */
  abstract void apply(float[] values, int from, int to);

  /** Multiplies a gradient by the derivative, which follows from the function's own outputs. */
  abstract void multiplyByDerivative(
      float[] outputs,
      int from,
      float[] gradient,
      int gradientFrom,
      int length,
      Elementwise elementwise);

  /** Multiplies the gradient of one image by the derivative. */
  void multiplyByDerivative(
      FeatureMaps outputs,
      int image,
      FeatureMaps gradient,
      int gradientImage,
      Elementwise elementwise) {
    for (int row = 0; row < outputs.height(); row++) {
      multiplyByDerivative(
          outputs.data(),
          outputs.index(image, row, 0),
          gradient.data(),
          gradient.index(gradientImage, row, 0),
          outputs.rowSize(),
          elementwise);
    }
  }
}
