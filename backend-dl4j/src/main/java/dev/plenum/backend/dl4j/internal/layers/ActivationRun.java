package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.api.network.Activation;
import dev.plenum.backend.dl4j.internal.engine.Elementwise;
import dev.plenum.backend.dl4j.internal.engine.NativeOp;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer's activation, in place. Going backward the outputs y are not needed any more, so that the
 * derivative is computed over them.
 *
 * @param forward the operations from x to y
 * @param backward the operations from the gradient of y to that of x
 */
record ActivationRun(List<Runnable> forward, List<Runnable> backward) {

  /** The softmax of a last layer is part of the loss. */
  static ActivationRun of(Activation activation, Connections connections) {
    INDArray y = connections.output();
    List<Runnable> forward = switch (activation) {
      case LINEAR, SOFTMAX -> List.of();
      case RELU -> List.of(Elementwise.relu(y));
      case SIGMOID -> List.of(new NativeOp("sigmoid", List.of(y), List.of(y)));
      case TANH -> List.of(new NativeOp("tanh", List.of(y), List.of(y)));
      default -> throw new IllegalArgumentException("no code for " + activation);
    };
    return new ActivationRun(
        forward, connections.trains() ? backward(activation, y, connections) : List.of());
  }

  private static List<Runnable> backward(
      Activation activation, INDArray y, Connections connections) {
    INDArray gradient = connections.requireOutputGradient();
    return switch (activation) {
      case LINEAR, SOFTMAX -> List.of();
      case RELU -> List.of(Elementwise.step(y), Elementwise.multiply(gradient, y, gradient));
      case SIGMOID -> // g · y · (1 − y)
        List.of(
            Elementwise.multiply(gradient, y, gradient),
            Elementwise.subtractFrom(1, y),
            Elementwise.multiply(gradient, y, gradient));
      case TANH -> // g · (1 − y²)
        List.of(
            Elementwise.multiply(y, y, y),
            Elementwise.subtractFrom(1, y),
            Elementwise.multiply(gradient, y, gradient));
      default -> throw new IllegalArgumentException("no code for " + activation);
    };
  }

  void runForward() {
    forward.forEach(Runnable::run);
  }

  void runBackward() {
    backward.forEach(Runnable::run);
  }
}
