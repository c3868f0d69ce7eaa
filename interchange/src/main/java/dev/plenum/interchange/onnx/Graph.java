package dev.plenum.interchange.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * An ONNX graph in the making. A node's one output has the node's name. Names that are operators'
 * somewhere mislead some engines; one with a slash is none.
 */
final class Graph {
  /** The name of the first dimension where it is left open. */
  private static final String BATCH = "batch";

  private final GraphProto.Builder graph;
  private final OptionalInt batch;

  /** Of a name, and for so many samples at once; for any number if empty. */
  Graph(String name, OptionalInt batch) {
    this.graph = GraphProto.newBuilder().setName(name);
    this.batch = batch;
  }

  GraphProto build() {
    return graph.build();
  }

  /** Declares an input of floats, (batch, …sample). */
  void input(String name, List<Integer> sample) {
    graph.addInput(floats(name, sample));
  }

  /** Declares that a node's output, (batch, …sample) of floats, is the graph's. */
  void output(String name, List<Integer> sample) {
    graph.addOutput(floats(name, sample));
  }

  private ValueInfoProto floats(String name, List<Integer> sample) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    TensorShapeProto.Dimension.Builder samples = shape.addDimBuilder();
    batch.ifPresentOrElse(samples::setDimValue, () -> samples.setDimParam(BATCH));
    sample.forEach(size -> shape.addDimBuilder().setDimValue(size));
    TypeProto.Builder type = TypeProto.newBuilder();
    type.getTensorTypeBuilder()
        .setElemType(TensorProto.DataType.FLOAT.getNumber())
        .setShape(shape);
    return ValueInfoProto.newBuilder().setName(name).setType(type).build();
  }

  /** Adds a node and returns the name of its output. */
  String node(String operator, String name, List<String> inputs, AttributeProto... attributes) {
    graph.addNode(NodeProto.newBuilder()
        .setOpType(operator)
        .setName(name)
        .addAllInput(inputs)
        .addOutput(name)
        .addAllAttribute(Arrays.asList(attributes)));
    return name;
  }

  /**
   * Adds the product of (n, inputs) and the transpose of (outputs, inputs), in the one form of Gemm
   * that all engines read alike: without a third input or its factor, the others written out.
   */
  String product(String name, String values, String matrix) {
    return node(
        "Gemm",
        name,
        List.of(values, matrix),
        attribute("alpha", 1f),
        attribute("transA", 0),
        attribute("transB", 1));
  }

  /** Adds constant floats, in row-major order, and returns their name. */
  String constant(String name, List<Integer> dimensions, float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    TensorProto.Builder tensor = TensorProto.newBuilder()
        .setName(name)
        .setDataType(TensorProto.DataType.FLOAT.getNumber())
        .setRawData(ByteString.copyFrom(bytes));
    dimensions.forEach(tensor::addDims);
    graph.addInitializer(tensor);
    return name;
  }

  /** Adds a constant shape, where −1 is whatever is left, and returns its name. */
  String shape(String name, List<Integer> dimensions) {
    TensorProto.Builder tensor = TensorProto.newBuilder()
        .setName(name)
        .setDataType(TensorProto.DataType.INT64.getNumber())
        .addDims(dimensions.size());
    dimensions.forEach(tensor::addInt64Data);
    graph.addInitializer(tensor);
    return name;
  }

  static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto attribute(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  static AttributeProto attributes(String name, long... values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(Arrays.stream(values).boxed().toList())
        .build();
  }
}
