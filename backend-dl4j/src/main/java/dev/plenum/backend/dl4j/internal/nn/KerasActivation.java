package dev.plenum.backend.dl4j.internal.nn;

import dev.plenum.api.network.ElementwiseFunction;
import dev.plenum.backend.dl4j.internal.layers.UnboundFunction;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A function that Deeplearning4j does not have, or has by another formula, by ND4J's operations. */
@SuppressWarnings("serial") // never serialised
final class KerasActivation extends BaseActivationFunction {
  private final ElementwiseFunction function;

  private KerasActivation(ElementwiseFunction function) {
    this.function = function;
  }

  /**
   * Deeplearning4j's own function where it is Keras's. Its hard sigmoid is 0.2 x + 0.5, its GELU an
   * approximation of another form, its ELU forgets alpha in the gradient, and a ReLU with a maximum
   * multiplies by an array of booleans, which fails.
   */
  static IActivation of(ElementwiseFunction function) {
    if (function instanceof ElementwiseFunction.Identity
        || function instanceof ElementwiseFunction.Softmax) {
      return new ActivationIdentity(); // the softmax of a last layer is part of the loss
    } else if (function.equals(ElementwiseFunction.Rectifier.PLAIN)) {
      return new ActivationReLU();
    } else if (function instanceof ElementwiseFunction.Rectifier leaky
        && leaky.equals(new ElementwiseFunction.Rectifier(
            Double.POSITIVE_INFINITY, leaky.negativeSlope(), 0))) {
      return new ActivationLReLU(leaky.negativeSlope());
    } else if (function.equals(new ElementwiseFunction.ExponentialLinear(1))) {
      return new ActivationELU();
    } else if (function instanceof ElementwiseFunction.Sigmoid) {
      return new ActivationSigmoid();
    } else if (function instanceof ElementwiseFunction.Tanh) {
      return new ActivationTanH();
    } else if (function instanceof ElementwiseFunction.Silu) {
      return new ActivationSwish();
    }
    return new KerasActivation(function);
  }

  @Override
  public INDArray getActivation(INDArray in, boolean training) {
    UnboundFunction.apply(function, in);
    return in;
  }

  @Override
  public Pair<INDArray, @Nullable INDArray> backprop(INDArray in, INDArray epsilon) {
    UnboundFunction.applyGradient(function, in, epsilon);
    return new Pair<>(in, null);
  }
}
