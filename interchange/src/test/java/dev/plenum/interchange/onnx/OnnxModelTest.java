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

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OrtException;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.interchange.Samples;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.tck.reference.RandomNetworks;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exported networks give in ONNX Runtime what they give here. */
class OnnxModelTest {
  private static final double TOLERANCE = 1e-5;

  private static final Sequential TYPICAL = Sequential.of(
      Shape.of(28, 28, 1),
      Conv2D.of(10, 5).padding(SAME).activation(RELU),
      Conv2D.of(10, 5).padding(SAME).activation(RELU),
      MaxPool2D.of(2),
      Flatten.instance(),
      Dense.of(64).activation(RELU),
      Dropout.of(0.2),
      Dense.of(10).activation(SOFTMAX));

  private static void assertSamePredictions(Sequential network, int count, long seed)
      throws OrtException {
    TrainedNetwork trained = Samples.trained(network, seed(seed));
    float[] images = Samples.images(network, count, seed(seed));
    float[] expected = Samples.predict(trained, images, count);
    float[] found = OnnxRuntime.predict(OnnxModel.of(trained), images, count, network.input());
    assertEquals(expected.length, found.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found[i], TOLERANCE, "value " + i + " of " + network);
    }
  }

  @Test
  void aTypicalNetworkGivesTheSameProbabilitiesOfAThousandImages() throws OrtException {
    assertSamePredictions(TYPICAL, 1000, 3);
  }

  @Test
  void soDoRandomNetworksOfEveryKindOfLayer() throws OrtException {
    for (long seed = 0; seed < 300; seed++) {
      assertSamePredictions(RandomNetworks.draw(seed(seed)), 5, seed);
    }
  }

  @ParameterizedTest
  @EnumSource(Padding.class)
  void evenKernelsUnequalStridesAndImagesThatAreNotSquareArePaddedAlike(Padding padding)
      throws OrtException {
    assertSamePredictions(
        Sequential.of(
            Shape.of(13, 15, 3),
            Conv2D.of(5, 4, 2).strides(1, 2).padding(padding).activation(TANH),
            MaxPool2D.of(3).strides(2).padding(padding),
            Conv2D.of(4, 2, 3).strides(3, 1).padding(padding).activation(SIGMOID),
            Flatten.instance(),
            Dense.of(7)),
        20,
        5);
  }

  @Test
  void aNetworkWithoutConvolutionsIsNotTransposed() throws Exception {
    Sequential dense = Sequential.of(
        Shape.of(3, 4, 2),
        Dropout.of(0.5),
        Flatten.instance(),
        Flatten.instance(),
        Dense.of(3).activation(SOFTMAX));
    assertSamePredictions(dense, 10, 7);
    assertEquals(
        List.of("Flatten", "Flatten", "Gemm", "Softmax"),
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
    assertArrayEquals(OnnxRuntime.bytes(model), OnnxRuntime.bytes(model));
  }

  private static ModelProto parsed(OnnxModel model) throws InvalidProtocolBufferException {
    return ModelProto.parseFrom(OnnxRuntime.bytes(model));
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
