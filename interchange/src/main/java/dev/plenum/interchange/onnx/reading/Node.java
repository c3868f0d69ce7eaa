package dev.plenum.interchange.onnx.reading;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A node of a graph.
 *
 * @param proto as it is in the file
 * @param position in the file, from 0
 */
record Node(NodeProto proto, int position) {

  /** Checks that it has an output. */
  Node {
    if (proto.getOutputCount() == 0 || proto.getOutput(0).isEmpty()) {
      throw new InvalidOnnxException(describe(proto, position) + " has no output");
    }
  }

  /** The name of its operator, with the domain if it is not ONNX's own. */
  String operator() {
    String domain = proto.getDomain();
    return domain.isEmpty() || domain.equals("ai.onnx")
        ? proto.getOpType()
        : domain + "." + proto.getOpType();
  }

  /** The names of what it reads; an empty one stands for what is left out. */
  List<String> inputs() {
    return proto.getInputList();
  }

  /** The name of what it reads at a position, if it is there. */
  Optional<String> input(int index) {
    return index < proto.getInputCount() && !proto.getInput(index).isEmpty()
        ? Optional.of(proto.getInput(index))
        : Optional.empty();
  }

  /** The name of its first output. */
  String output() {
    return proto.getOutput(0);
  }

  /** A whole number. */
  long integer(String name, long otherwise) {
    return attribute(name, AttributeType.INT).map(AttributeProto::getI).orElse(otherwise);
  }

  /** A number. */
  float number(String name, float otherwise) {
    return attribute(name, AttributeType.FLOAT).map(AttributeProto::getF).orElse(otherwise);
  }

  /** A text. */
  String text(String name, String otherwise) {
    return attribute(name, AttributeType.STRING)
        .map(attribute -> attribute.getS().toStringUtf8())
        .orElse(otherwise);
  }

  /** Whole numbers. */
  Optional<List<Long>> integers(String name) {
    return attribute(name, AttributeType.INTS).map(AttributeProto::getIntsList);
  }

  /** Numbers. */
  Optional<List<Float>> numbers(String name) {
    return attribute(name, AttributeType.FLOATS).map(AttributeProto::getFloatsList);
  }

  /** A tensor. */
  Optional<TensorProto> tensor(String name) {
    return attribute(name, AttributeType.TENSOR).map(AttributeProto::getT);
  }

  /** So many whole numbers, each at least the smallest and at most 2³⁰. */
  int[] sizes(String name, int count, int smallest, int otherwise) {
    int[] sizes = new int[count];
    Arrays.fill(sizes, otherwise);
    Optional<List<Long>> found = integers(name);
    if (found.isPresent()) {
      List<Long> values = found.get();
      if (values.size() != count
          || values.stream().anyMatch(value -> value < smallest || value > 1 << 30)) {
        throw refused("needs %s numbers of at least %s as '%s', found %s"
            .formatted(count, smallest, name, values));
      }
      for (int i = 0; i < count; i++) {
        sizes[i] = values.get(i).intValue();
      }
    }
    return sizes;
  }

  private Optional<AttributeProto> attribute(String name, AttributeType type) {
    Optional<AttributeProto> found = proto.getAttributeList().stream()
        .filter(attribute -> attribute.getName().equals(name))
        .findFirst();
    if (found.isPresent() && found.get().getType() != type) {
      throw refused(
          "has a '%s' that is no %s but %s".formatted(name, type, found.get().getType()));
    }
    return found;
  }

  /** The complaint about it: its name, its operator and what is wrong. */
  InvalidOnnxException refused(String problem) {
    return new InvalidOnnxException(this + " " + problem);
  }

  /** For messages: its name and operator. */
  @Override
  public String toString() {
    return describe(proto, position);
  }

  private static String describe(NodeProto proto, int position) {
    return proto.getName().isEmpty()
        ? "the node %s (%s)".formatted(position + 1, proto.getOpType())
        : "the node '%s' (%s)".formatted(proto.getName(), proto.getOpType());
  }
}
