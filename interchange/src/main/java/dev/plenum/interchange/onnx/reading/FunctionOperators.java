package dev.plenum.interchange.onnx.reading;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.ELU;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.LeakyReLU;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.ReLU;
import dev.plenum.api.network.Rescaling;
import dev.plenum.interchange.Assembly;
import dev.plenum.interchange.onnx.reading.Literal.Floats;
import dev.plenum.interchange.onnx.reading.Signal.Images;
import dev.plenum.interchange.onnx.reading.Signal.Rows;
import java.util.Optional;

/** Functions of each value. */
final class FunctionOperators {
  private final Scope scope;
  private final Assembly assembly;

  /** Will add layers to an assembly. */
  FunctionOperators(Scope scope, Assembly assembly) {
    this.scope = scope;
    this.assembly = assembly;
  }

  /** An operator that is an activation, without settings. */
  Known activation(Node node, Activation activation) {
    return activated(scope.signal(node, 0), activation);
  }

  private Signal activated(Signal signal, Activation activation) {
    int layer = signal.layer();
    Optional<LayerSpec> own = layer == PlacedLayer.IMAGES || signal.isShared()
        ? Optional.empty()
        : withActivation(layer, activation);
    own.ifPresent(spec -> assembly.replace(layer, spec, assembly.arrays(layer)));
    return own.isPresent() ? signal : layered(signal, activation.layer());
  }

  /** A layer with an activation of its own, if it can have it. */
  private Optional<LayerSpec> withActivation(int layer, Activation activation) {
    boolean softmax = activation == Activation.SOFTMAX;
    if (assembly.operation(layer).activation() != Activation.LINEAR) {
      return Optional.empty();
    } else if (assembly.operation(layer) instanceof Dense dense) {
      return Optional.of(dense.activation(activation));
    } else if (assembly.operation(layer) instanceof Conv2D conv && !softmax) {
      return Optional.of(conv.activation(activation));
    } else if (assembly.operation(layer) instanceof DepthwiseConv2D conv && !softmax) {
      return Optional.of(conv.activation(activation));
    }
    return Optional.empty();
  }

  private Signal layered(Signal signal, LayerSpec layer) {
    int position = assembly.add(layer, signal.layer());
    return signal instanceof Images images
        ? images.by(position, images.shape())
        : ((Rows) signal).by(position);
  }

  /** Softmax and LogSoftmax: over the classes. */
  Known softmax(Node node) {
    Signal signal = scope.signal(node, 0);
    int rank = signal.dimensions().size() + 1;
    int axis = Scope.axis(node, node.integer("axis", rank == 2 ? 1 : -1), rank);
    boolean onePixel = signal instanceof Images images
        && images.shape().size() == images.shape().channels()
        && axis == images.channelAxis();
    if (!onePixel && !(signal instanceof Rows)) {
      throw node.refused("is over images of " + signal.dimensions());
    }
    return activated(new ShapeOperators(scope, assembly).flattened(signal), Activation.SOFTMAX);
  }

  /** Elu. */
  Known elu(Node node) {
    double alpha = Numbers.exact(node.number("alpha", 1));
    return alpha == 1
        ? activation(node, Activation.ELU)
        : layered(scope.signal(node, 0), new ELU(alpha));
  }

  /** LeakyRelu. */
  Known leaky(Node node) {
    double slope = Numbers.exact(node.number("alpha", 0.01f));
    return layered(scope.signal(node, 0), new LeakyReLU(slope));
  }

  /** Gelu. */
  Known gelu(Node node) {
    String approximate = node.text("approximate", "none");
    return switch (approximate) {
      case "none" -> activation(node, Activation.GELU);
      case "tanh" -> activation(node, Activation.GELU_TANH);
      default -> throw node.refused("has the approximation '" + approximate + "'");
    };
  }

  /** Swish. */
  Known swish(Node node) {
    if (node.number("alpha", 1) != 1) {
      throw node.refused("has the alpha " + node.number("alpha", 1));
    }
    return activation(node, Activation.SILU);
  }

  /** HardSigmoid. */
  Known hardSigmoid(Node node) {
    float alpha = node.number("alpha", 0.2f);
    float beta = node.number("beta", 0.5f);
    if (Math.abs(alpha - 1 / 6f) < 1e-7 && beta == 0.5f) {
      return activation(node, Activation.HARD_SIGMOID);
    }
    Rescaling line = new Rescaling(Numbers.exact(alpha), Numbers.exact(beta));
    return layered(layered(scope.signal(node, 0), line), ReLU.instance().maxValue(1));
  }

  /** ThresholdedRelu: what lies above alpha passes, as in a ReLU what lies at its threshold. */
  Known thresholded(Node node) {
    float alpha = node.number("alpha", 1);
    return layered(
        scope.signal(node, 0), ReLU.instance().threshold(Numbers.exact(StrictMath.nextUp(alpha))));
  }

  /** Clip. */
  Known clipped(Node node) {
    double low = bound(node, "min", 1, Double.NEGATIVE_INFINITY);
    double high = bound(node, "max", 2, Double.POSITIVE_INFINITY);
    if (low == 0) {
      return high == Double.POSITIVE_INFINITY
          ? activation(node, Activation.RELU)
          : high == 6
              ? activation(node, Activation.RELU6)
              : layered(scope.signal(node, 0), ReLU.instance().maxValue(high));
    } else if (low == Double.NEGATIVE_INFINITY) {
      return high == Double.POSITIVE_INFINITY ? scope.signal(node, 0) : bounded(node, 0, high);
    }
    throw node.refused(
        "bounds values by %s and %s: the lower bound must be 0".formatted(low, high));
  }

  /** Min, with a constant. */
  Known minimum(Node node) {
    if (node.inputs().size() != 2) {
      throw node.refused("is read of a value and a number only");
    }
    int constant = scope.get(node, 0) instanceof Literal ? 0 : 1;
    return bounded(node, 1 - constant, Numbers.exact(number(node, constant)));
  }

  /** The smaller one of each value and a bound. */
  private Known bounded(Node node, int input, double high) {
    return layered(scope.signal(node, input), new ReLU(high, 1, 0));
  }

  private double bound(Node node, String name, int input, double otherwise) {
    if (node.input(input).isPresent()) {
      return finite(number(node, input), otherwise);
    }
    float found = node.number(name, Float.NaN);
    return Float.isNaN(found) ? otherwise : finite(found, otherwise);
  }

  /** The largest and smallest floats stand for no bound. */
  private static double finite(float found, double otherwise) {
    return Math.abs(found) >= Float.MAX_VALUE ? otherwise : Numbers.exact(found);
  }

  private float number(Node node, int input) {
    Floats floats =
        scope.floats(node, input).orElseThrow(() -> node.refused("lacks its input " + (input + 1)));
    if (floats.size() != 1) {
      throw node.refused(
          "needs one number as its input %s, found %s".formatted(input + 1, floats.dimensions()));
    }
    return floats.values()[0];
  }
}
