package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.ElementwiseFunction;
import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;

/** An activation whose derivative follows from its own outputs, over a stretch of an array. */
interface ActivationFunction {

  /** Replaces values[from … to − 1] by the function's. */
  void apply(float[] values, int from, int to);

  /** Multiplies a gradient by the derivative. */
  void multiplyByDerivative(
      float[] outputs,
      int from,
      float[] gradient,
      int gradientFrom,
      int length,
      Elementwise elementwise);

  /** The largest value if it is a rectifier, min(max(x, 0), limit): infinite for ReLU. Else NaN. */
  default float rectifierLimit() {
    return Float.NaN;
  }

  /** Multiplies the gradient of one image by the derivative. */
  default void multiplyByDerivative(
      FeatureMaps outputs,
      int image,
      FeatureMaps gradient,
      int gradientImage,
      Elementwise elementwise) {
    if (this == LINEAR) {
      return;
    }
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

  /** Applies it to one image. */
  default void apply(FeatureMaps values, int image) {
    if (this == LINEAR) {
      return;
    }
    for (int row = 0; row < values.height(); row++) {
      int start = values.index(image, row, 0);
      apply(values.data(), start, start + values.rowSize());
    }
  }

  /** x. */
  ActivationFunction LINEAR = new ActivationFunction() {
    @Override
    public void apply(float[] values, int from, int to) {}

    @Override
    public void multiplyByDerivative(
        float[] outputs,
        int from,
        float[] gradient,
        int gradientFrom,
        int length,
        Elementwise elementwise) {}
  };

  /** max(x, 0). */
  ActivationFunction RELU = new ActivationFunction() {
    @Override
    public float rectifierLimit() {
      return Float.POSITIVE_INFINITY;
    }

    @Override
    public void apply(float[] values, int from, int to) {
      for (int i = from; i < to; i++) {
        values[i] = Math.max(values[i], 0f);
      }
    }

    @Override
    public void multiplyByDerivative(
        float[] outputs,
        int from,
        float[] gradient,
        int gradientFrom,
        int length,
        Elementwise elementwise) {
      elementwise.multiplyByReluDerivative(outputs, from, gradient, gradientFrom, length);
    }
  };

  /** min(max(x, 0), limit), as loops that C2 turns into vectors. */
  static ActivationFunction clippedRelu(float limit) {
    return new ActivationFunction() {
      @Override
      public float rectifierLimit() {
        return limit;
      }

      @Override
      public void apply(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
          values[i] = Math.min(Math.max(values[i], 0f), limit);
        }
      }

      @Override
      public void multiplyByDerivative(
          float[] outputs,
          int from,
          float[] gradient,
          int gradientFrom,
          int length,
          Elementwise elementwise) {
        elementwise.multiplyByClippedReluDerivative(
            outputs, from, limit, gradient, gradientFrom, length);
      }
    };
  }

  /** The function; softmax, which only ends a network, is left to the loss. */
  static ActivationFunction of(ElementwiseFunction function) {
    if (function instanceof ElementwiseFunction.Identity
        || function instanceof ElementwiseFunction.Softmax) {
      return LINEAR;
    }
    if (function instanceof ElementwiseFunction.Rectifier rectifier
        && rectifier.negativeSlope() == 0
        && rectifier.threshold() == 0) {
      float limit = (float) rectifier.maxValue();
      return Float.isInfinite(limit) ? RELU : clippedRelu(limit);
    }
    return OutputFunction.of(function);
  }
}
