package dev.plenum.interchange.onnx.reading;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The graph of a model, checked as far as that goes without looking at operators.
 *
 * @param input the name of its one input
 * @param dimensions the input's without the batch
 * @param output the name of its one output
 * @param nodes those that the output depends on, each behind those that it reads
 * @param constants the initializers, by name
 * @param declaredLayout what the model says of its input's layout, if it says anything
 */
record OnnxGraph(
    String input,
    List<Integer> dimensions,
    String output,
    List<Node> nodes,
    Map<String, Literal> constants,
    Optional<String> declaredLayout) {
  /** The newest operator set that was looked at. */
  static final int NEWEST_OPERATOR_SET = 25;

  private static final int OLDEST_OPERATOR_SET = 9;
  private static final int MOST_NODES = 5000;
  private static final int RANK = 4;

  /**
   * Checks a model.
   *
   * @throws InvalidOnnxException if it cannot be read here
   */
  static OnnxGraph of(ModelProto model) {
    requireOperatorSet(model);
    if (model.getFunctionsCount() > 0) {
      throw new InvalidOnnxException("it defines functions of its own, the first is '"
          + model.getFunctions(0).getName() + "'");
    }
    GraphProto graph = model.getGraph();
    if (graph.getSparseInitializerCount() > 0) {
      throw new InvalidOnnxException("it has sparse initializers");
    }
    if (graph.getNodeCount() > MOST_NODES) {
      throw new InvalidOnnxException(
          "it has " + graph.getNodeCount() + " nodes; at most " + MOST_NODES + " are read");
    }
    Map<String, Literal> constants = constants(graph);
    ValueInfoProto input = only(
        "input",
        graph.getInputList().stream()
            .filter(value -> !constants.containsKey(value.getName()))
            .toList());
    String output = only("output", graph.getOutputList()).getName();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < graph.getNodeCount(); i++) {
      nodes.add(new Node(graph.getNode(i), i));
    }
    return new OnnxGraph(
        input.getName(),
        dimensions(input),
        output,
        NodeOrder.of(nodes, input.getName(), constants.keySet(), output),
        constants,
        declaredLayout(model));
  }

  private static void requireOperatorSet(ModelProto model) {
    List<OperatorSetIdProto> own = model.getOpsetImportList().stream()
        .filter(set -> set.getDomain().isEmpty() || set.getDomain().equals("ai.onnx"))
        .toList();
    if (own.isEmpty()) {
      throw new InvalidOnnxException("it names no version of ONNX's operator set");
    }
    for (OperatorSetIdProto set : own) {
      if (set.getVersion() < OLDEST_OPERATOR_SET || set.getVersion() > NEWEST_OPERATOR_SET) {
        throw new InvalidOnnxException("it uses operator set " + set.getVersion() + "; "
            + OLDEST_OPERATOR_SET + " to " + NEWEST_OPERATOR_SET + " are read");
      }
    }
  }

  private static Map<String, Literal> constants(GraphProto graph) {
    Map<String, Literal> constants = new HashMap<>();
    for (TensorProto tensor : graph.getInitializerList()) {
      String name = tensor.getName();
      if (name.isEmpty()) {
        throw new InvalidOnnxException("an initializer has no name");
      }
      if (constants.put(name, LiteralReader.read(tensor, "the initializer '" + name + "'"))
          != null) {
        throw new InvalidOnnxException("two initializers have the name '" + name + "'");
      }
    }
    return constants;
  }

  private static ValueInfoProto only(String what, List<ValueInfoProto> values) {
    if (values.size() != 1) {
      throw new InvalidOnnxException("one %s is needed, found %s%s"
          .formatted(
              what,
              values.size(),
              values.stream()
                  .limit(10)
                  .map(value -> " '" + value.getName() + "'")
                  .collect(Collectors.joining(","))));
    }
    return values.get(0);
  }

  private static List<Integer> dimensions(ValueInfoProto input) {
    TypeProto.Tensor type = input.getType().getTensorType();
    if (type.getElemType() != TensorProto.DataType.FLOAT.getNumber()) {
      throw new InvalidOnnxException("the input '%s' must be of floats, found %s"
          .formatted(input.getName(), LiteralReader.type(type.getElemType())));
    }
    List<TensorShapeProto.Dimension> sizes = type.getShape().getDimList();
    if (sizes.size() != RANK) {
      throw new InvalidOnnxException(
          "the input '%s' must be images, (batch, channels, height, width) or (batch, height, width, channels), found %s dimensions"
              .formatted(input.getName(), sizes.size()));
    }
    List<Integer> dimensions = new ArrayList<>();
    for (TensorShapeProto.Dimension size : sizes.subList(1, RANK)) {
      if (size.getDimValue() < 1 || size.getDimValue() > Integer.MAX_VALUE) {
        throw new InvalidOnnxException(
            "only the number of images may be left open, but a dimension of the input '%s' is '%s'"
                .formatted(
                    input.getName(),
                    size.hasDimValue() ? String.valueOf(size.getDimValue()) : size.getDimParam()));
      }
      dimensions.add((int) size.getDimValue());
    }
    return List.copyOf(dimensions);
  }

  private static Optional<String> declaredLayout(ModelProto model) {
    return model.getMetadataPropsList().stream()
        .filter(entry -> entry.getKey().equals("input_layout"))
        .map(StringStringEntryProto::getValue)
        .findFirst();
  }
}
