package dev.plenum.interchange.onnx.reading;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Builds ONNX files node by node, as others' programs write them. */
final class OnnxBuilder {
  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("main_graph");
  private final int operatorSet;
  private int names;

  OnnxBuilder(int operatorSet) {
    this.operatorSet = operatorSet;
  }

  /** Declares the input: the batch is open, the other sizes are these. */
  String input(int... sizes) {
    graph.addInput(value("input", sizes));
    return "input";
  }

  /** Declares that the value of a node is the output. */
  OnnxBuilder output(String name) {
    graph.addOutput(value(name));
    return this;
  }

  private static ValueInfoProto value(String name, int... sizes) {
    ValueInfoProto.Builder value = ValueInfoProto.newBuilder().setName(name);
    value.getTypeBuilder().getTensorTypeBuilder().setElemType(DataType.FLOAT.getNumber());
    if (sizes.length > 0) {
      TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
      shape.addDimBuilder().setDimParam("batch");
      Arrays.stream(sizes).forEach(size -> shape.addDimBuilder().setDimValue(size));
      value.getTypeBuilder().getTensorTypeBuilder().setShape(shape);
    }
    return value.build();
  }

  /** Adds a node; returns the name of its output. */
  String node(String operator, List<String> inputs, AttributeProto... attributes) {
    String name = "/" + operator + "_" + names++;
    graph.addNode(NodeProto.newBuilder()
        .setOpType(operator)
        .setName(name)
        .addAllInput(inputs)
        .addOutput(name + "_output_0")
        .addAllAttribute(Arrays.asList(attributes)));
    return name + "_output_0";
  }

  /** The same with one input. */
  String node(String operator, String input, AttributeProto... attributes) {
    return node(operator, List.of(input), attributes);
  }

  /** Adds random weights as an initializer, within ± the square root of 3 / inputs. */
  String weights(int... sizes) {
    int size = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    float scale = (float) Math.sqrt(3.0 * sizes[0] / size);
    return uniform(-scale, scale, sizes);
  }

  /** Adds random numbers as an initializer. */
  String uniform(float low, float high, int... sizes) {
    int size = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, Seed.seed(names), 5);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = low + (high - low) * (float) random.uniform(i);
    }
    return floats(values, sizes);
  }

  /** Adds numbers as an initializer. */
  String floats(float[] values, int... sizes) {
    return initializer(tensor(values, sizes));
  }

  /** Adds whole numbers in a row as an initializer. */
  String wholes(long... values) {
    return initializer(tensor(values));
  }

  private String initializer(TensorProto.Builder tensor) {
    String name = "onnx::" + names++;
    graph.addInitializer(tensor.setName(name));
    return name;
  }

  /** Adds a node that gives one number. */
  String constant(float value) {
    return node("Constant", List.of(), attribute("value", tensor(new float[] {value})));
  }

  /** Adds a node that gives whole numbers in a row. */
  String constants(long... values) {
    return node("Constant", List.of(), attribute("value", tensor(values)));
  }

  /** Adds a node that gives one whole number. */
  String whole(long value) {
    return node("Constant", List.of(), attribute("value", tensor(value).clearDims()));
  }

  private static TensorProto.Builder tensor(float[] values, int... sizes) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    TensorProto.Builder tensor = TensorProto.newBuilder()
        .setDataType(DataType.FLOAT.getNumber())
        .setRawData(ByteString.copyFrom(bytes));
    Arrays.stream(sizes).forEach(tensor::addDims);
    return tensor;
  }

  private static TensorProto.Builder tensor(long... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setDataType(DataType.INT64.getNumber()).addDims(values.length);
    Arrays.stream(values).forEach(tensor::addInt64Data);
    return tensor;
  }

  static AttributeProto attribute(String name, TensorProto.Builder value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.TENSOR)
        .setT(value)
        .build();
  }

  static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto attribute(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  static AttributeProto attribute(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }

  static AttributeProto attributes(String name, long... values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.INTS)
        .addAllInts(Arrays.stream(values).boxed().toList())
        .build();
  }

  /** A convolution as PyTorch writes it: with all its attributes. */
  String conv(String input, String kernel, int size, int stride, int pad, int groups) {
    return node(
        "Conv",
        List.of(input, kernel),
        attributes("dilations", 1, 1),
        attribute("group", groups),
        attributes("kernel_shape", size, size),
        attributes("pads", pad, pad, pad, pad),
        attributes("strides", stride, stride));
  }

  /** A batch normalisation of so many channels. */
  String batchNormalization(String input, int channels) {
    return node(
        "BatchNormalization",
        List.of(
            input,
            uniform(0.5f, 1.5f, channels),
            uniform(-0.5f, 0.5f, channels),
            uniform(-0.5f, 0.5f, channels),
            uniform(0.5f, 1.5f, channels)),
        attribute("epsilon", 1e-5f),
        attribute("momentum", 0.9f));
  }

  /** A pooling as PyTorch writes it. */
  String pool(String operator, String input, int size, int stride, int pad, int ceil) {
    return node(
        operator,
        input,
        attribute("ceil_mode", ceil),
        attributes("kernel_shape", size, size),
        attributes("pads", pad, pad, pad, pad),
        attributes("strides", stride, stride));
  }

  /** A linear layer as PyTorch writes it. */
  String linear(String input, int inputs, int outputs) {
    return node(
        "Gemm",
        List.of(input, weights(outputs, inputs), uniform(-0.5f, 0.5f, outputs)),
        attribute("alpha", 1f),
        attribute("beta", 1f),
        attribute("transB", 1));
  }

  /** Global average pooling, flattening and a linear layer. */
  OnnxBuilder head(String input, int channels) {
    String pooled = node("GlobalAveragePool", input);
    return output(linear(node("Flatten", pooled, attribute("axis", 1)), channels, 4));
  }

  /** The graph, to be changed. */
  GraphProto.Builder graph() {
    return graph;
  }

  ModelProto.Builder model() {
    return ModelProto.newBuilder()
        .setIrVersion(operatorSet < 11 ? 4 : 8)
        .setProducerName("pytorch")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(operatorSet))
        .setGraph(graph);
  }

  byte[] bytes() {
    return model().build().toByteArray();
  }
}
