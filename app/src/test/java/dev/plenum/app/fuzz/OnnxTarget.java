package dev.plenum.app.fuzz;

import static dev.plenum.api.network.Activation.GELU;
import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Padding.SAME;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.plenum.api.network.Add;
import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Value;
import dev.plenum.api.network.ZeroPadding2D;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.onnx.OnnxModel;
import dev.plenum.interchange.onnx.reading.OnnxImport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** ONNX files: damaged bytes, and graphs whose nodes, settings and tensors are exchanged. */
final class OnnxTarget implements Target {
  private static final List<String> OPERATORS = List.of(
      "Add",
      "AveragePool",
      "Clip",
      "Concat",
      "Constant",
      "ConstantOfShape",
      "Conv",
      "Flatten",
      "Gather",
      "Gemm",
      "Identity",
      "MatMul",
      "MaxPool",
      "Mul",
      "Pad",
      "ReduceMean",
      "Reshape",
      "Shape",
      "Slice",
      "Softmax",
      "Squeeze",
      "Transpose",
      "Unsqueeze");

  private final byte[] intact;

  OnnxTarget() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OnnxModel.of(trained()).writeTo(out, "test");
    intact = out.toByteArray();
  }

  private static TrainedNetwork trained() {
    Network network = Graph.of(Shape.of(8, 8, 3), images -> {
      Value first =
          images.then(Conv2D.of(4, 3).padding(SAME), BatchNormalization.defaults(), RELU.layer());
      Value second =
          first.then(DepthwiseConv2D.of(3), ZeroPadding2D.of(2), Cropping2D.of(1), GELU.layer());
      return Add.of(first, second)
          .then(
              MaxPool2D.of(2),
              AveragePooling2D.of(2).padding(SAME),
              Flatten.instance(),
              Reshape.of(16),
              Dense.of(3).activation(SOFTMAX));
    });
    return new TrainedNetwork(network, InitialWeights.of(network, new Seed(1)));
  }

  @Override
  public String name() {
    return "ONNX files";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    Path file = folder.resolve("damaged.onnx");
    Files.write(file, chance.oneIn(2) ? Damage.of(intact, chance) : changed(chance));
    OnnxImport.read(file);
  }

  /** One to three changes of what the bytes mean. */
  private byte[] changed(Chance chance) throws IOException {
    ModelProto.Builder model = ModelProto.parseFrom(intact).toBuilder();
    GraphProto.Builder graph = model.getGraphBuilder();
    for (int i = chance.between(1, 3); i > 0; i--) {
      NodeProto.Builder node = graph.getNodeBuilder(chance.below(graph.getNodeCount()));
      switch (chance.below(6)) {
        case 0 -> node.setOpType(OPERATORS.get(chance.below(OPERATORS.size())));
        case 1 -> node.setInput(chance.below(node.getInputCount()), name(graph, chance));
        case 2 -> changeSettings(node, chance);
        case 3 ->
          changeTensor(
              graph.getInitializerBuilder(chance.below(graph.getInitializerCount())), chance);
        case 4 -> graph.addNode(node.build());
        default ->
          graph
              .getInputBuilder(0)
              .getTypeBuilder()
              .getTensorTypeBuilder()
              .getShapeBuilder()
              .getDimBuilder(chance.below(4))
              .setDimValue(chance.size());
      }
    }
    return model.build().toByteArray();
  }

  private static String name(GraphProto.Builder graph, Chance chance) {
    return chance.oneIn(3)
        ? graph.getInitializer(chance.below(graph.getInitializerCount())).getName()
        : graph.getNode(chance.below(graph.getNodeCount())).getOutput(0);
  }

  private static void changeSettings(NodeProto.Builder node, Chance chance) {
    if (node.getAttributeCount() == 0) {
      node.addInput("");
      return;
    }
    AttributeProto.Builder attribute =
        node.getAttributeBuilder(chance.below(node.getAttributeCount()));
    switch (attribute.getType()) {
      case INT -> attribute.setI(chance.size());
      case INTS -> attribute.setInts(chance.below(attribute.getIntsCount()), chance.size());
      default -> attribute.setF(Float.intBitsToFloat((int) chance.size()));
    }
  }

  private static void changeTensor(TensorProto.Builder tensor, Chance chance) {
    if (chance.oneIn(2) && tensor.getDimsCount() > 0) {
      tensor.setDims(chance.below(tensor.getDimsCount()), chance.size());
    } else if (tensor.getInt64DataCount() > 0) {
      tensor.setInt64Data(chance.below(tensor.getInt64DataCount()), chance.size());
    } else {
      tensor.setDataType(chance.below(20));
    }
  }
}
