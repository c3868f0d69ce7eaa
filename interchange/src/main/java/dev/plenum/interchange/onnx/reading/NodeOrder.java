package dev.plenum.interchange.onnx.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts nodes in an order in which each finds what it reads, and leaves out what the output needs not. */
final class NodeOrder {
  private final Map<String, Node> byOutput = new HashMap<>();
  private final Set<Node> begun = new HashSet<>();
  private final Set<Node> done = new HashSet<>();
  private final List<Node> ordered = new ArrayList<>();

  private NodeOrder() {}

  /**
   * Orders nodes.
   *
   * @param constants the names of the initializers
   * @throws InvalidOnnxException if two write one value, a value that is read is written by none, or
   *     they read one another in a circle
   */
  static List<Node> of(List<Node> nodes, String input, Set<String> constants, String output) {
    NodeOrder order = new NodeOrder();
    for (Node node : nodes) {
      for (String name : node.proto().getOutputList()) {
        if (!name.isEmpty()
            && (order.byOutput.put(name, node) != null
                || constants.contains(name)
                || name.equals(input))) {
          throw node.refused("writes '" + name + "', which is there already");
        }
      }
    }
    Node last = order.byOutput.get(output);
    if (last == null) {
      throw new InvalidOnnxException("no node writes the output '" + output + "'");
    }
    order.visit(last, input, constants);
    return List.copyOf(order.ordered);
  }

  /** Depth first, with a stack of its own: a file may have a long chain. */
  private void visit(Node last, String input, Set<String> constants) {
    Deque<Node> stack = new ArrayDeque<>(List.of(last));
    while (!stack.isEmpty()) {
      Node node = stack.peek();
      if (done.contains(node)) {
        stack.pop();
      } else if (begun.add(node)) {
        for (String name : node.inputs()) {
          if (!name.isEmpty() && !name.equals(input) && !constants.contains(name)) {
            stack.push(source(node, name));
          }
        }
      } else {
        stack.pop();
        done.add(node);
        ordered.add(node);
      }
    }
  }

  private Node source(Node reader, String name) {
    Node source = byOutput.get(name);
    if (source == null) {
      throw reader.refused("reads '" + name + "', which is not there");
    }
    if (begun.contains(source) && !done.contains(source)) {
      throw reader.refused("reads '" + name + "', which depends on it in turn");
    }
    return source;
  }
}
