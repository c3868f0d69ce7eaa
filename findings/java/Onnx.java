import ai.onnx.proto.OnnxMl.*;
import com.google.protobuf.ByteString;
import java.nio.*;
import java.util.*;

/** ONNX models of one node, from {@code x} to {@code y}, operator set 13. */
final class Onnx {
  static byte[] model(NodeProto.Builder node, long[] x, long[] y, TensorProto... constants) {
    GraphProto graph = GraphProto.newBuilder()
        .setName("graph")
        .addInput(floats("x", x))
        .addOutput(floats("y", y))
        .addAllInitializer(List.of(constants))
        .addNode(node.setName("node").addOutput("y"))
        .build();
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  static NodeProto.Builder node(String operator, String... inputs) {
    return NodeProto.newBuilder().setOpType(operator).addAllInput(List.of(inputs));
  }

  static long[] shape(long... sizes) {
    return sizes;
  }

  static TensorProto constant(String name, long[] shape, float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(1).setRawData(ByteString.copyFrom(bytes));
    for (long size : shape) tensor.addDims(size);
    return tensor.build();
  }

  static AttributeProto whole(String name, long... values) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
    if (values.length == 1) {
      return attribute.setType(AttributeProto.AttributeType.INT).setI(values[0]).build();
    }
    for (long value : values) attribute.addInts(value);
    return attribute.setType(AttributeProto.AttributeType.INTS).build();
  }

  static AttributeProto number(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  static AttributeProto text(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }

  private static ValueInfoProto floats(String name, long[] sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long size : sizes) shape.addDimBuilder().setDimValue(size);
    TypeProto.Builder type = TypeProto.newBuilder();
    type.getTensorTypeBuilder().setElemType(1).setShape(shape);
    return ValueInfoProto.newBuilder().setName(name).setType(type).build();
  }
}
