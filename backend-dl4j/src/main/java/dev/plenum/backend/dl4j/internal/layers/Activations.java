package dev.plenum.backend.dl4j.internal.layers;

import static dev.plenum.backend.dl4j.internal.engine.Elementwise.add;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.multiply;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.relu;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.step;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.subtractFrom;

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
import dev.plenum.backend.dl4j.internal.engine.Elementwise;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Functions of one number. Going backward, the derivative is computed over the outputs. */
final class Activations {
  private Activations() {}

  /** A layer's activation: over the layer's sums, where the outputs are to be. */
  static Operations inPlace(
      ElementwiseFunction function, Connections connections, Workplace workplace) {
    Variable y = connections.writes();
    boolean changesNothing = function instanceof Identity || function instanceof Softmax;
    return changesNothing
        ? Operations.NONE // the softmax of a last layer is part of the loss
        : of(function, new Connections(List.of(y), y), workplace);
  }

  /** A layer that is nothing but a function. */
  static Operations of(ElementwiseFunction function, Connections connections, Workplace workplace) {
    if (function instanceof Rectifier rectifier) {
      return new Rectification(rectifier, connections, workplace).operations();
    } else if (function instanceof ExponentialLinear spec) {
      return elu(spec.alpha(), connections, workplace);
    } else if (function instanceof Sigmoid) {
      return sigmoid(connections);
    } else if (function instanceof Tanh) {
      return tanh(connections);
    } else if (function instanceof HardSigmoid) {
      return hardSigmoid(connections, workplace);
    } else if (function instanceof Silu) {
      return Gate.SIGMOID.activation(connections, workplace);
    } else if (function instanceof HardSilu) {
      return Gate.HARD_SIGMOID.activation(connections, workplace);
    } else if (function instanceof Gelu gelu) {
      Gate gate = gelu.approximate() ? Gate.NEARLY_NORMAL : Gate.NORMAL;
      return gate.activation(connections, workplace);
    }
    throw new IllegalArgumentException("no code for " + function);
  }

  private static Operations elu(double alpha, Connections connections, Workplace workplace) {
    INDArray y = connections.output();
    List<Runnable> forward = List.of(Elementwise.elu(connections.input(), alpha, y));
    if (!connections.goesBackward()) {
      return new Operations(forward, List.of());
    }
    INDArray s = workplace.scratch().like(y);
    return new Operations(
        forward,
        List.of( // g · (α − max(−y, 0) + (1 − α) [y > 0])
            step(y, s),
            multiply(s, 1 - alpha, s),
            multiply(y, -1, y),
            relu(y, y),
            subtractFrom(alpha, y, y),
            add(y, s, y),
            timesGradient(connections, y)));
  }

  private static Operations sigmoid(Connections connections) {
    INDArray y = connections.output();
    List<Runnable> forward = List.of(Elementwise.sigmoid(connections.input(), y));
    if (!connections.goesBackward()) {
      return new Operations(forward, List.of());
    }
    INDArray dx = connections.requireInputGradient();
    return new Operations(
        forward,
        List.of( // g · y · (1 − y)
            timesGradient(connections, y), subtractFrom(1, y, y), multiply(dx, y, dx)));
  }

  private static Operations tanh(Connections connections) {
    INDArray y = connections.output();
    List<Runnable> forward = List.of(Elementwise.tanh(connections.input(), y));
    if (!connections.goesBackward()) {
      return new Operations(forward, List.of());
    }
    return new Operations(
        forward,
        List.of( // g · (1 − y²)
            multiply(y, y, y), subtractFrom(1, y, y), timesGradient(connections, y)));
  }

  private static Operations hardSigmoid(Connections connections, Workplace workplace) {
    INDArray y = connections.output();
    List<Runnable> forward = Gate.HARD_SIGMOID.open(connections.input(), y);
    if (!connections.goesBackward()) {
      return new Operations(forward, List.of());
    }
    INDArray s = workplace.scratch().like(y);
    return new Operations(
        forward,
        List.of( // g · [y < 1] · [y > 0] / 6
            subtractFrom(1, y, s),
            step(s, s),
            step(y, y),
            multiply(y, s, y),
            multiply(y, 1.0 / 6, y),
            timesGradient(connections, y)));
  }

  /** The output's gradient times the derivative is the input's. */
  static Runnable timesGradient(Connections connections, INDArray derivative) {
    return multiply(
        connections.requireOutputGradient(), derivative, connections.requireInputGradient());
  }
}
