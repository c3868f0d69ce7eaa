package dev.plenum.interchange.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import dev.plenum.api.network.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** An ONNX graph in the making. A node's one output has the node's name. */
final class Graph {
  /** The name of the dimension that is left open. */
  private static final String BATCH = "batch";

  private final GraphProto.Builder graph;

  Graph(String name) {
    this.graph = GraphProto.newBuilder().setName(name);
  }

  GraphProto build() {
    return graph.build();
  }

  /** Declares an input of floats, (batch, …sample). */
  void input(String name, Shape sample) {
    graph.addInput(floats(name, sample));
  }

  /** Declares that a node's output, (batch, …sample) of floats, is the graph's. */
  void output(String name, Shape sample) {
    graph.addOutput(floats(name, sample));
  }

  private static ValueInfoProto floats(String name, Shape sample) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setDimParam(BATCH);
    sample.dimensions().forEach(size -> shape.addDimBuilder().setDimValue(size));
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

  /** Adds one constant whole number, and returns its name. */
  String constant(String name, long value) {
    graph.addInitializer(TensorProto.newBuilder()
        .setName(name)
        .setDataType(TensorProto.DataType.INT64.getNumber())
        .addInt64Data(value));
    return name;
  }

  static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
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
