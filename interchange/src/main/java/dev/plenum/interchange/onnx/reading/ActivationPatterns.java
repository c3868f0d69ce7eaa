package dev.plenum.interchange.onnx.reading;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import dev.plenum.interchange.onnx.reading.Literal.Floats;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/**
 * Finds activations that are written as several nodes, as programs do where their operator set has no
 * operator for them, and puts one node in their place. There are many ways to write one; so what the
 * nodes make of some numbers is compared with what the activations make of them.
 */
final class ActivationPatterns {
  private static final Set<String> LAST = Set.of("Mul", "Div");
  private static final int LARGEST_PATTERN = 12;
  private static final int MOST_STEPS = 64;
  private static final double TOLERANCE = 1e-5;

  private final Map<String, Node> byOutput = new HashMap<>();
  private final Map<String, Double> numbers = new HashMap<>();

  /** An activation, and the node that is put in the place of several. */
  private record Activation(DoubleUnaryOperator function, NodeProto node) {}

  private static final List<Activation> ACTIVATIONS = List.of(
      new Activation(x -> x / (1 + StrictMath.exp(-x)), operator("Swish").build()),
      new Activation(x -> x * hardSigmoid(x), operator("HardSwish").build()),
      new Activation(
          x -> x * (1 + Erf.of(x / StrictMath.sqrt(2))) / 2, operator("Gelu").build()),
      new Activation(ActivationPatterns::geluByTanh, withText("Gelu", "approximate", "tanh")),
      new Activation(ActivationPatterns::hardSigmoid, hardSigmoid()));

  private ActivationPatterns(OnnxGraph graph) {
    graph.constants().forEach(this::number);
    for (Node node : graph.nodes()) {
      byOutput.put(node.output(), node);
      if (node.operator().equals("Constant")) {
        node.tensor("value")
            .ifPresent(
                tensor -> number(node.output(), LiteralReader.read(tensor, node.toString())));
        numberOf(node);
      }
    }
  }

  private void numberOf(Node node) {
    float value = node.number("value_float", Float.NaN);
    if (!Float.isNaN(value)) {
      numbers.put(node.output(), (double) value);
    }
  }

  private void number(String name, Literal literal) {
    if (literal instanceof Floats floats && floats.size() == 1) {
      numbers.put(name, (double) floats.values()[0]);
    }
  }

  /** The same graph with one node for each activation. */
  static OnnxGraph simplified(OnnxGraph graph) {
    ActivationPatterns patterns = new ActivationPatterns(graph);
    List<Node> nodes = graph.nodes().stream().map(patterns::simplified).toList();
    return new OnnxGraph(
        graph.input(),
        graph.dimensions(),
        graph.output(),
        NodeOrder.of(nodes, graph.input(), graph.constants().keySet(), graph.output()),
        graph.constants(),
        graph.declaredLayout());
  }

  private Node simplified(Node node) {
    if (!LAST.contains(node.operator())) {
      return node;
    }
    for (String argument : arguments(node)) {
      for (Activation activation : ACTIVATIONS) {
        if (isSame(node, argument, activation.function())) {
          NodeProto one = activation.node().toBuilder()
              .setName(node.proto().getName())
              .addInput(argument)
              .addOutput(node.output())
              .build();
          return new Node(one, node.position());
        }
      }
    }
    return node;
  }

  /** The values that a node may be a function of, the nearest first. */
  private Set<String> arguments(Node last) {
    Set<String> arguments = new LinkedHashSet<>();
    Deque<Node> left = new ArrayDeque<>(List.of(last));
    while (!left.isEmpty() && arguments.size() < LARGEST_PATTERN) {
      for (String name : left.remove().inputs()) {
        if (!name.isEmpty() && !numbers.containsKey(name) && arguments.add(name)) {
          Optional.ofNullable(byOutput.get(name)).filter(Step::isKnown).ifPresent(left::add);
        }
      }
    }
    return arguments;
  }

  private boolean isSame(Node node, String argument, DoubleUnaryOperator function) {
    for (double x = -7.9; x < 8; x += 0.37) {
      double found = new Evaluation(argument, x).of(node.output());
      if (!(Math.abs(found - function.applyAsDouble(x)) < TOLERANCE * (1 + Math.abs(x)))) {
        return false;
      }
    }
    return true;
  }

  /** What nodes make of a number; NaN where they need something else. */
  private final class Evaluation {
    private final String argument;
    private final double x;
    private int steps;

    Evaluation(String argument, double x) {
      this.argument = argument;
      this.x = x;
    }

    double of(String name) {
      if (name.equals(argument)) {
        return x;
      }
      Double number = numbers.get(name);
      if (number != null) {
        return number;
      }
      Node node = byOutput.get(name);
      if (node == null || !Step.isKnown(node) || ++steps > MOST_STEPS) {
        return Double.NaN;
      }
      List<Double> inputs = new ArrayList<>();
      node.inputs().forEach(input -> inputs.add(input.isEmpty() ? Double.NaN : of(input)));
      return Step.of(node, inputs);
    }
  }

  private static double hardSigmoid(double x) {
    return Math.max(0, Math.min(1, x / 6 + 0.5));
  }

  private static double geluByTanh(double x) {
    double scaled = StrictMath.sqrt(2 / StrictMath.PI) * (x + 0.044715 * x * x * x);
    return x * (1 + StrictMath.tanh(scaled)) / 2;
  }

  private static NodeProto.Builder operator(String name) {
    return NodeProto.newBuilder().setOpType(name);
  }

  private static NodeProto withText(String operator, String name, String text) {
    return operator(operator)
        .addAttribute(AttributeProto.newBuilder()
            .setName(name)
            .setType(AttributeProto.AttributeType.STRING)
            .setS(ByteString.copyFromUtf8(text)))
        .build();
  }

  private static NodeProto hardSigmoid() {
    return operator("HardSigmoid")
        .addAttribute(AttributeProto.newBuilder()
            .setName("alpha")
            .setType(AttributeProto.AttributeType.FLOAT)
            .setF(1 / 6f))
        .build();
  }
}
