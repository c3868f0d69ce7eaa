package dev.plenum.interchange.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
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

/** Activation functions as nodes, of operators that operator set 17 has. */
final class FunctionNodes {
  private final LayerNodes nodes;

  /** Will add to the nodes of a layer. */
  FunctionNodes(LayerNodes nodes) {
    this.nodes = nodes;
  }

  /**
   * Adds what a function makes of a value. Softmax is left to what makes probabilities of the logits.
   *
   * @throws IllegalArgumentException if ONNX has nothing for the function; the message names it
   */
  String of(ElementwiseFunction function, String value) {
    if (function instanceof Identity || function instanceof Softmax) {
      return value;
    } else if (function instanceof Rectifier rectifier) {
      return rectifier(rectifier, value);
    } else if (function instanceof ExponentialLinear elu) {
      return node("Elu", "elu", value, Graph.attribute("alpha", (float) elu.alpha()));
    } else if (function instanceof Sigmoid) {
      return node("Sigmoid", "sigmoid", value);
    } else if (function instanceof Tanh) {
      return node("Tanh", "tanh", value);
    } else if (function instanceof HardSigmoid) {
      return node(
          "HardSigmoid",
          "hard_sigmoid",
          value,
          Graph.attribute("alpha", 1 / 6f),
          Graph.attribute("beta", 0.5f));
    } else if (function instanceof Silu) {
      return join("Mul", "silu", value, node("Sigmoid", "sigmoid", value));
    } else if (function instanceof HardSilu) {
      return node("HardSwish", "hard_silu", value);
    } else if (function instanceof Gelu gelu) {
      return gelu.approximate() ? geluByTanh(value) : geluByErf(value);
    }
    throw new IllegalArgumentException(
        "the function " + function + " has no counterpart in ONNX here");
  }

  private String rectifier(Rectifier rectifier, String value) {
    if (rectifier.threshold() > 0) {
      return thresholded(rectifier, value);
    }
    boolean bounded = rectifier.maxValue() < Double.POSITIVE_INFINITY;
    if (rectifier.negativeSlope() > 0) {
      String leaky = leaky(rectifier, value);
      return bounded ? bounded(rectifier, leaky) : leaky;
    }
    return bounded
        ? nodes.node(
            "Clip",
            "clipped",
            List.of(
                value,
                nodes.scalar("clipped/low", 0),
                nodes.scalar("clipped/high", rectifier.maxValue())))
        : node("Relu", "relu", value);
  }

  private String leaky(Rectifier rectifier, String value) {
    return node("LeakyRelu", "leaky_relu", value, Graph.attribute("alpha", (float)
        rectifier.negativeSlope()));
  }

  private String bounded(Rectifier rectifier, String value) {
    return rectifier.maxValue() < Double.POSITIVE_INFINITY
        ? join("Min", "bounded", value, nodes.scalar("bounded/high", rectifier.maxValue()))
        : value;
  }

  /** What lies at the threshold passes; ONNX lets only what lies above pass. */
  private String thresholded(Rectifier rectifier, String value) {
    float threshold = (float) rectifier.threshold();
    String passed = bounded(
        rectifier,
        node(
            "ThresholdedRelu",
            "passed",
            value,
            Graph.attribute("alpha", StrictMath.nextDown(threshold))));
    if (rectifier.negativeSlope() == 0) {
      return passed;
    }
    String distance = join("Sub", "distance", nodes.scalar("distance/threshold", threshold), value);
    String below = node("Relu", "below", distance);
    String sloped =
        join("Mul", "sloped", below, nodes.scalar("sloped/slope", -rectifier.negativeSlope()));
    return join("Add", "rectified", passed, sloped);
  }

  private String geluByErf(String value) {
    String scaled = join("Div", "scaled", value, nodes.scalar("scaled/root", StrictMath.sqrt(2)));
    return half(value, node("Erf", "erf", scaled));
  }

  /** With √(2/π) · (x + 0.044715 x³) as x · (√(2/π) + 0.044715 √(2/π) · x²), which does not crash OpenCV. */
  private String geluByTanh(String value) {
    double root = StrictMath.sqrt(2 / StrictMath.PI);
    String square = join("Mul", "square", value, value);
    String bent = join("Mul", "bent", square, nodes.scalar("bent/factor", 0.044715 * root));
    String factor = join("Add", "factor", bent, nodes.scalar("factor/root", root));
    return half(value, node("Tanh", "tanh", join("Mul", "scaled", value, factor)));
  }

  /** value · (1 + s) / 2. */
  private String half(String value, String s) {
    String shifted = join("Add", "shifted", s, nodes.scalar("shifted/one", 1));
    String product = join("Mul", "double", value, shifted);
    return join("Mul", "gelu", product, nodes.scalar("gelu/half", 0.5));
  }

  private String node(String operator, String what, String value, AttributeProto... attributes) {
    return nodes.node(operator, what, List.of(value), attributes);
  }

  private String join(String operator, String what, String first, String second) {
    return nodes.node(operator, what, List.of(first, second));
  }
}
