package dev.plenum.interchange.onnx;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SIGMOID;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Activation.TANH;
import static dev.plenum.api.network.Padding.SAME;
import static dev.plenum.api.random.Seed.seed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.interchange.Samples;
import dev.plenum.interchange.TrainedNetwork;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The graphs of exported networks, and what ONNX Runtime makes of many images. */
class OnnxModelTest {
  private static final double TOLERANCE = 1e-6;

  private static final Network TYPICAL = Sequential.of(
      Shape.of(28, 28, 1),
      Conv2D.of(10, 5).padding(SAME).activation(RELU),
      Conv2D.of(10, 5).padding(SAME).activation(RELU),
      MaxPool2D.of(2),
      Flatten.instance(),
      Dense.of(64).activation(RELU),
      Dropout.of(0.2),
      Dense.of(10).activation(SOFTMAX));

  private static void assertSamePredictions(Network network, int count, long seed) {
    TrainedNetwork trained = Samples.trained(network, seed(seed));
    float[] images = Samples.images(network, count, seed(seed));
    float[] expected = Samples.predict(trained, images, count);
    float[] found =
        Engine.ONNX_RUNTIME.predict(OnnxModel.of(trained), images, count, network.input());
    assertEquals(expected.length, found.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found[i], TOLERANCE, "value " + i + " of " + network);
    }
  }

  @Test
  void aTypicalNetworkGivesTheSameProbabilitiesOfAThousandImages() {
    assertSamePredictions(TYPICAL, 1000, 3);
  }

  @Test
  void aNetworkWithoutConvolutionsIsNotTransposed() throws Exception {
    Network dense = Sequential.of(
        Shape.of(3, 4, 2),
        Dropout.of(0.5),
        Flatten.instance(),
        Flatten.instance(),
        Dense.of(3).activation(SOFTMAX));
    assertSamePredictions(dense, 10, 7);
    assertEquals(
        List.of("Flatten", "Flatten", "Gemm", "Add", "Softmax"),
        parsed(OnnxModel.of(Samples.trained(dense, seed(7)))).getGraph().getNodeList().stream()
            .map(NodeProto::getOpType)
            .toList());
  }

  @Test
  void theNumberOfImagesIsLeftOpenAndTheShapesAreDeclared() throws Exception {
    ModelProto model = parsed(OnnxModel.of(Samples.trained(TYPICAL, seed(1))));
    assertEquals("batch, 28, 28, 1", shape(model.getGraph().getInput(0)));
    assertEquals("batch, 10", shape(model.getGraph().getOutput(0)));
    assertEquals(8, model.getIrVersion());
    assertEquals(17, model.getOpsetImport(0).getVersion());
    assertSamePredictions(TYPICAL, 1, 1);
  }

  @Test
  void aFixedNumberOfImagesAndTheLayoutAreDeclared() throws Exception {
    OnnxModel model = OnnxModel.of(Samples.trained(
        Sequential.of(Shape.of(5, 6, 3), Flatten.instance(), Dense.of(4)), seed(1)));
    ModelProto fixed = parsed(model.layout(ImageLayout.NCHW).batch(7));
    assertEquals("7, 3, 5, 6", shape(fixed.getGraph().getInput(0)));
    assertEquals("7, 4", shape(fixed.getGraph().getOutput(0)));
    assertThrows(IllegalArgumentException.class, () -> model.batch(0));
  }

  /** SameDiff takes a value named conv2d for its own operator. */
  @Test
  void noValueHasTheNameOfAnOperator() throws Exception {
    TrainedNetwork trained = Samples.trained(TYPICAL, seed(1));
    List<TrainedNetwork> members = List.of(trained, trained);
    for (OnnxModel model : List.of(
        OnnxModel.of(trained),
        OnnxModel.weightedAverage(members, List.of(1.0, 2.0)),
        OnnxModel.geometricMean(members),
        OnnxModel.majorityVote(members))) {
      GraphProto graph = parsed(model).getGraph();
      Stream.concat(
              graph.getNodeList().stream().flatMap(node -> node.getOutputList().stream()),
              graph.getInitializerList().stream().map(TensorProto::getName))
          .filter(name -> !name.equals(OnnxModel.PROBABILITIES))
          .forEach(name -> assertTrue(name.contains("/"), name));
    }
  }

  /** OpenCV needs transB, SameDiff alpha and no third input. */
  @Test
  void denseLayersHaveTheFormThatAllEnginesRead() throws Exception {
    GraphProto graph = parsed(OnnxModel.of(Samples.trained(TYPICAL, seed(1)))).getGraph();
    List<NodeProto> products = graph.getNodeList().stream()
        .filter(node -> node.getOpType().equals("Gemm"))
        .toList();
    assertEquals(2, products.size());
    for (NodeProto product : products) {
      assertEquals(2, product.getInputCount());
      assertEquals(
          List.of("alpha", "transA", "transB"),
          product.getAttributeList().stream().map(AttributeProto::getName).toList());
      assertEquals(1, product.getAttribute(0).getF());
      assertEquals(1, product.getAttribute(2).getI());
    }
    assertEquals(
        List.of(64L, 1960L),
        graph.getInitializerList().stream()
            .filter(tensor -> tensor.getName().equals("dense/kernel"))
            .findFirst()
            .orElseThrow()
            .getDimsList());
  }

  private static String shape(ValueInfoProto value) {
    return value.getType().getTensorType().getShape().getDimList().stream()
        .map(OnnxModelTest::size)
        .collect(Collectors.joining(", "));
  }

  private static String size(TensorShapeProto.Dimension dimension) {
    return dimension.hasDimParam()
        ? dimension.getDimParam()
        : String.valueOf(dimension.getDimValue());
  }

  @Test
  void metadataAndProducerAreKeptAndTheBytesAreAlwaysTheSame() throws Exception {
    TrainedNetwork trained = Samples.trained(TYPICAL, seed(1));
    OnnxModel model = OnnxModel.of(trained).metadata(Map.of("b", "2", "a", "ü"));
    ModelProto parsed = parsed(model);
    assertEquals("plenum", parsed.getProducerName());
    assertEquals("test", parsed.getProducerVersion());
    assertEquals("a", parsed.getMetadataProps(0).getKey());
    assertEquals("ü", parsed.getMetadataProps(0).getValue());
    assertEquals("b", parsed.getMetadataProps(1).getKey());
    assertArrayEquals(Engine.bytes(model), Engine.bytes(model));
  }

  /** What was written before networks could be graphs. */
  @Test
  void theBytesOfNetworksInALineStayAsTheyWere() throws Exception {
    TrainedNetwork trained = Samples.trained(
        Sequential.of(
            Shape.of(9, 8, 3),
            Conv2D.of(4, 3, 2).strides(2, 1).padding(SAME).activation(RELU),
            Conv2D.of(5, 2).activation(TANH),
            MaxPool2D.of(2).padding(SAME),
            Dropout.of(0.2),
            Flatten.instance(),
            Dense.of(6).activation(SIGMOID),
            Dense.of(3).activation(SOFTMAX)),
        seed(1));
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (ImageLayout layout : ImageLayout.values()) {
      digest.update(Engine.bytes(OnnxModel.of(trained).layout(layout)));
    }
    digest.update(Engine.bytes(OnnxModel.majorityVote(List.of(trained, trained))));
    assertEquals(
        "8d650855041e3465bf180a403c1af4ed407c0ef6a59b18950e90b4ed3e5bb200",
        HexFormat.of().formatHex(digest.digest()));
  }

  private static ModelProto parsed(OnnxModel model) throws InvalidProtocolBufferException {
    return ModelProto.parseFrom(Engine.bytes(model));
  }

  @Test
  void moreWeightsThanAnOnnxFileHoldsAreRefusedBeforeAnythingIsWritten() {
    TrainedNetwork trained = Samples.trained(
        Sequential.of(Shape.of(400, 400, 1), Flatten.instance(), Dense.of(20)), seed(1));
    List<TrainedNetwork> many = Collections.nCopies(170, trained);
    String message = String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> OnnxModel.geometricMean(many))
            .getMessage());
    assertTrue(message.contains("holds at most 1983 MB of weights"), message);
  }
}
