package dev.plenum.interchange.onnx.reading;

import java.util.List;
import java.util.Set;

/** One number of others, as operators make it that stand in the place of an activation. */
final class Step {
  private static final Set<String> KNOWN = Set.of(
      "Add",
      "Clip",
      "Div",
      "Erf",
      "HardSigmoid",
      "Identity",
      "Mul",
      "Pow",
      "Relu",
      "Sigmoid",
      "Sub",
      "Tanh");

  private Step() {}

  /** Whether a node's operator is one of these. */
  static boolean isKnown(Node node) {
    return KNOWN.contains(node.operator());
  }

  /** What a node makes of numbers; NaN if that cannot be said. */
  static double of(Node node, List<Double> inputs) {
    double first = at(inputs, 0, Double.NaN);
    double second = at(inputs, 1, Double.NaN);
    return switch (node.operator()) {
      case "Add" -> first + second;
      case "Sub" -> first - second;
      case "Mul" -> first * second;
      case "Div" -> first / second;
      case "Pow" -> StrictMath.pow(first, second);
      case "Erf" -> Erf.of(first);
      case "Tanh" -> StrictMath.tanh(first);
      case "Sigmoid" -> 1 / (1 + StrictMath.exp(-first));
      case "Relu" -> Math.max(0, first);
      case "Identity" -> first;
      case "HardSigmoid" ->
        Math.max(0, Math.min(1, node.number("alpha", 0.2f) * first + node.number("beta", 0.5f)));
      case "Clip" -> {
        double low = at(inputs, 1, node.number("min", Float.NEGATIVE_INFINITY));
        double high = at(inputs, 2, node.number("max", Float.POSITIVE_INFINITY));
        yield Math.max(low, Math.min(high, first));
      }
      default -> Double.NaN;
    };
  }

  private static double at(List<Double> inputs, int index, double otherwise) {
    return index < inputs.size() ? inputs.get(index) : otherwise;
  }
}
