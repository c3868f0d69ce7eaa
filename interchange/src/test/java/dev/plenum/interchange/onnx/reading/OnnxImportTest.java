package dev.plenum.interchange.onnx.reading;

import static dev.plenum.api.random.Seed.seed;
import static dev.plenum.interchange.onnx.reading.OnnxBuilder.attribute;
import static dev.plenum.interchange.onnx.reading.OnnxBuilder.attributes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnx.proto.OnnxMl.TensorProto;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.interchange.Samples;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.onnx.OnnxFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files like those of PyTorch and tf2onnx: the imported networks give what ONNX Runtime makes of them. */
class OnnxImportTest {
  private static final int IMAGES = 5;
  private static final float TOLERANCE = 1e-5f;

  @TempDir
  Path folder;

  private TrainedNetwork read(OnnxBuilder builder) throws IOException {
    return OnnxImport.read(Files.write(folder.resolve("model.onnx"), builder.bytes()));
  }

  private Network assertAgrees(OnnxBuilder builder) throws IOException {
    TrainedNetwork imported = read(builder);
    int channels = imported.network().input().channels();
    int height = imported.network().input().height();
    int width = imported.network().input().width();
    float[] images = Samples.images(imported.network(), IMAGES, seed(5));
    float[] inputs = OnnxFiles.turned(images, IMAGES, channels);
    float[] expected = OnnxFiles.run(builder.bytes(), inputs, IMAGES, channels, height, width);
    assertArrayEquals(expected, Samples.logits(imported, images, IMAGES), TOLERANCE);
    return imported.network();
  }

  private Network assertAgreesChannelsLast(OnnxBuilder builder) throws IOException {
    TrainedNetwork imported = read(builder);
    int channels = imported.network().input().channels();
    int height = imported.network().input().height();
    int width = imported.network().input().width();
    float[] images = Samples.images(imported.network(), IMAGES, seed(5));
    float[] expected = OnnxFiles.run(builder.bytes(), images, IMAGES, height, width, channels);
    assertArrayEquals(expected, Samples.predict(imported, images, IMAGES), TOLERANCE);
    return imported.network();
  }

  private static List<String> types(Network network) {
    return network.placedLayers().stream().map(layer -> layer.spec().type()).toList();
  }

  private static List<Activation> activations(Network network) {
    return network.placedLayers().stream()
        .map(PlacedLayer::spec)
        .map(spec -> spec.activation())
        .filter(activation -> activation != Activation.LINEAR)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 33})
  void aResidualNetwork(int size) throws IOException {
    OnnxBuilder b = new OnnxBuilder(17);
    String x = b.input(3, size, size - 3);
    x = b.node("Relu", b.batchNormalization(b.conv(x, b.weights(8, 3, 7, 7), 7, 2, 3, 1), 8));
    x = b.pool("MaxPool", x, 3, 2, 1, 0);
    String y = b.batchNormalization(b.conv(x, b.weights(12, 8, 3, 3), 3, 2, 1, 1), 12);
    y = b.node("Relu", y);
    y = b.batchNormalization(b.conv(y, b.weights(12, 12, 3, 3), 3, 1, 1, 1), 12);
    String shortcut = b.batchNormalization(b.conv(x, b.weights(12, 8, 1, 1), 1, 2, 0, 1), 12);
    Network network = assertAgrees(b.head(b.node("Relu", b.node("Add", List.of(y, shortcut))), 12));
    assertEquals(
        List.of("GlobalAveragePooling2D", "Dense"),
        types(network).subList(types(network).size() - 2, types(network).size()));
  }

  @Test
  void depthwiseConvolutionsAndReLU6() throws IOException {
    OnnxBuilder b = new OnnxBuilder(13);
    String x = b.input(3, 24, 25);
    x = b.conv(x, b.weights(8, 3, 3, 3), 3, 2, 1, 1);
    x = b.node("Clip", List.of(x, b.constant(0), b.constant(6)));
    String y = b.conv(x, b.weights(8, 1, 3, 3), 3, 1, 1, 8);
    y = b.node("Clip", List.of(b.batchNormalization(y, 8), b.constant(0), b.constant(6)));
    y = b.conv(y, b.weights(8, 8, 1, 1), 1, 1, 0, 1);
    y = b.node("Add", List.of(x, y));
    y = b.conv(y, b.weights(16, 1, 3, 3), 3, 2, 1, 8);
    y = b.node("ReduceMean", y, attributes("axes", 2, 3), attribute("keepdims", 0));
    Network network = assertAgrees(b.output(b.linear(y, 16, 4)));
    assertEquals(List.of(Activation.RELU6, Activation.RELU6), activations(network));
  }

  /** What {@code x.view(x.size(0), -1)} becomes; the rows of the kernel are in the order c, h, w. */
  @Test
  void aComputedShapeThatFlattens() throws IOException {
    OnnxBuilder b = new OnnxBuilder(11);
    String x = b.input(1, 12, 11);
    x = b.node("Relu", b.conv(x, b.weights(6, 1, 5, 5), 5, 1, 2, 1));
    x = b.pool("MaxPool", x, 2, 2, 0, 0);
    String batch = b.node("Gather", List.of(b.node("Shape", x), b.whole(0)), attribute("axis", 0));
    String sizes = b.node(
        "Concat",
        List.of(
            b.node("Unsqueeze", batch, attributes("axes", 0)),
            b.node("Unsqueeze", b.whole(-1), attributes("axes", 0))),
        attribute("axis", 0));
    x = b.node("Reshape", List.of(x, sizes));
    x = b.node("Dropout", b.node("Relu", b.linear(x, 180, 20)), attribute("ratio", 0.5f));
    Network network = assertAgrees(b.output(b.linear(x, 20, 4)));
    assertEquals(List.of("Conv2D", "MaxPooling2D", "Flatten", "Dense", "Dense"), types(network));
  }

  @Test
  void activationsInSeveralNodes() throws IOException {
    OnnxBuilder b = new OnnxBuilder(13);
    String x = b.conv(b.input(3, 9, 9), b.weights(6, 3, 3, 3), 3, 1, 0, 1);
    String erf = b.node("Erf", b.node("Div", List.of(x, b.constant(1.4142135f))));
    String product = b.node("Mul", List.of(x, b.node("Add", List.of(erf, b.constant(1)))));
    x = b.node("Mul", List.of(product, b.constant(0.5f)));
    x = b.conv(x, b.weights(6, 6, 3, 3), 3, 1, 0, 1);
    x = b.node("Mul", List.of(x, b.node("Sigmoid", x)));
    x = b.conv(x, b.weights(6, 6, 1, 1), 1, 1, 0, 1);
    String clipped = b.node(
        "Clip", List.of(b.node("Add", List.of(x, b.constant(3))), b.constant(0), b.constant(6)));
    x = b.node("Div", List.of(b.node("Mul", List.of(x, clipped)), b.constant(6)));
    x = b.conv(x, b.weights(6, 6, 1, 1), 1, 1, 0, 1);
    String cube = b.node("Pow", List.of(x, b.constant(3)));
    String bent = b.node("Add", List.of(x, b.node("Mul", List.of(b.constant(0.044715f), cube))));
    String tanh = b.node("Tanh", b.node("Mul", List.of(b.constant(0.7978846f), bent)));
    String half = b.node("Mul", List.of(b.constant(0.5f), x));
    x = b.node("Mul", List.of(half, b.node("Add", List.of(b.constant(1), tanh))));
    Network network = assertAgrees(b.head(x, 6));
    assertEquals(
        List.of(Activation.GELU, Activation.SILU, Activation.HARD_SILU, Activation.GELU_TANH),
        activations(network));
  }

  @Test
  void activationsOfOneNode() throws IOException {
    OnnxBuilder b = new OnnxBuilder(20);
    String x = b.conv(b.input(3, 7, 7), b.weights(6, 3, 3, 3), 3, 1, 0, 1);
    for (String operator : List.of("Elu", "Gelu", "HardSwish", "HardSigmoid", "Tanh", "Sigmoid")) {
      x = b.conv(b.node(operator, x), b.weights(6, 6, 1, 1), 1, 1, 0, 1);
    }
    x = b.node("LeakyRelu", x, attribute("alpha", 0.2f));
    x = b.node("Gelu", x, attribute("approximate", "tanh"));
    x = b.node("Clip", List.of(x, "", b.constant(0.3f)));
    x = b.node("Elu", x, attribute("alpha", 0.5f));
    x = b.node("ThresholdedRelu", x, attribute("alpha", 0.1f));
    x = b.node("HardSigmoid", x, attribute("alpha", 0.4f), attribute("beta", 0.3f));
    assertAgrees(b.head(x, 6));
  }

  @Test
  void aGateThatScalesChannels() throws IOException {
    OnnxBuilder b = new OnnxBuilder(18);
    String x = b.conv(b.input(3, 9, 8), b.weights(6, 3, 3, 3), 3, 1, 0, 1);
    String gate = b.node("ReduceMean", List.of(x, b.wholes(-1, -2)), attribute("keepdims", 1));
    gate = b.node("Relu", b.conv(gate, b.weights(2, 6, 1, 1), 1, 1, 0, 1));
    gate = b.node("Sigmoid", b.conv(gate, b.weights(6, 2, 1, 1), 1, 1, 0, 1));
    x = b.node("Mul", List.of(gate, x));
    String pooled = b.node("Flatten", b.node("GlobalMaxPool", x));
    String dense = b.node("Sigmoid", b.linear(pooled, 6, 6));
    String image = b.node("Unsqueeze", List.of(dense, b.wholes(2, 3)));
    String again = b.node("Reshape", List.of(dense, b.constants(0, 6, 1, 1)));
    String scaled = b.node("Mul", List.of(b.node("Mul", List.of(x, image)), again));
    Network network = assertAgrees(b.head(scaled, 6));
    assertEquals(3, types(network).stream().filter("Multiply"::equals).count());
  }

  /** What {@code F.pad} becomes before constants are folded. */
  @Test
  void paddingThatIsComputed() throws IOException {
    OnnxBuilder b = new OnnxBuilder(13);
    String x = b.conv(b.input(3, 9, 8), b.weights(6, 3, 3, 3), 3, 1, 0, 1);
    String zeros = b.node("ConstantOfShape", b.wholes(4), attribute("value", zero()));
    String sides = b.node("Concat", List.of(b.wholes(1, 2, 0, 3), zeros), attribute("axis", 0));
    sides = b.node("Reshape", List.of(sides, b.wholes(-1, 2)));
    sides = b.node(
        "Slice",
        List.of(sides, b.wholes(-1), b.wholes(Long.MIN_VALUE + 1), b.wholes(0), b.wholes(-1)));
    sides = b.node("Transpose", sides, attributes("perm", 1, 0));
    sides = b.node("Reshape", List.of(sides, b.wholes(-1)));
    sides = b.node("Cast", sides, attribute("to", 7));
    x = b.node("Pad", List.of(x, sides, b.constant(0)), attribute("mode", "constant"));
    x = b.conv(x, b.weights(6, 6, 3, 3), 3, 1, 0, 1);
    x = b.node(
        "Slice",
        List.of(x, b.wholes(1, -4), b.wholes(Long.MAX_VALUE, -1), b.wholes(2, 3), b.wholes(1, 1)));
    assertAgrees(b.output(b.linear(b.node("Flatten", x), 6 * 7 * 3, 4)));
  }

  private static TensorProto.Builder zero() {
    return TensorProto.newBuilder().setDataType(7).addDims(1).addInt64Data(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 10, 11, 12, 13})
  void poolingWithEveryPadding(int size) throws IOException {
    OnnxBuilder b = new OnnxBuilder(19);
    String x = b.conv(b.input(2, size, size + 1), b.weights(4, 2, 1, 1), 1, 1, 0, 1);
    String first = b.node("Flatten", b.pool("MaxPool", x, 3, 2, 0, 1));
    String second = b.node("Flatten", b.pool("AveragePool", x, 3, 2, 1, 0));
    String third = b.node(
        "AveragePool",
        x,
        attribute("count_include_pad", 1),
        attributes("kernel_shape", 3, 3),
        attributes("pads", 1, 1, 1, 1),
        attributes("strides", 2, 2));
    String fourth = b.node("Flatten", b.pool("AveragePool", x, 2, 2, 0, 1));
    String fifth = b.node(
        "MaxPool",
        x,
        attribute("auto_pad", "SAME_LOWER"),
        attributes("kernel_shape", 3, 3),
        attributes("strides", 1, 2));
    List<String> rows =
        List.of(first, second, b.node("Flatten", third), fourth, b.node("Flatten", fifth));
    int odd = (size + 1) / 2 * ((size + 2) / 2);
    int ceil = (size - 3 + 1) / 2 + 1;
    int ceilWide = (size - 2 + 1) / 2 + 1;
    int inputs = 4 * (ceil * ceilWide + 3 * odd + size * ((size + 2) / 2));
    String joined = b.node("Concat", rows, attribute("axis", 1));
    assertAgrees(b.output(b.linear(joined, inputs, 4)));
  }

  @Test
  void constantsAtTheInputNormaliseChannels() throws IOException {
    OnnxBuilder b = new OnnxBuilder(17);
    String x = b.node("Mul", List.of(b.input(3, 8, 8), b.constant(0.5f)));
    x = b.node("Sub", List.of(x, b.floats(new float[] {0.1f, 0.2f, 0.3f}, 1, 3, 1, 1)));
    x = b.node("Div", List.of(x, b.floats(new float[] {0.2f, 0.5f, 0.3f}, 3, 1, 1)));
    x = b.conv(x, b.weights(4, 3, 3, 3), 3, 1, 1, 1);
    x = b.node("Add", List.of(x, b.uniform(-1, 1, 1, 4, 1, 1)));
    Network network = assertAgrees(b.head(x, 4));
    assertEquals(
        List.of("Normalization", "Conv2D", "GlobalAveragePooling2D", "Dense"), types(network));
  }

  @Test
  void featuresSideBySide() throws IOException {
    OnnxBuilder b = new OnnxBuilder(17);
    String x = b.conv(b.input(3, 8, 7), b.weights(4, 3, 3, 3), 3, 1, 1, 1);
    String y = b.node("Relu", b.batchNormalization(x, 4));
    y = b.conv(y, b.weights(4, 4, 3, 3), 3, 1, 1, 1);
    x = b.node("Concat", List.of(x, y), attribute("axis", 1));
    String pooled = b.node("Flatten", b.node("GlobalAveragePool", x));
    String flat = b.node("Flatten", b.pool("MaxPool", x, 2, 2, 0, 0));
    String joined = b.node("Concat", List.of(pooled, flat, pooled), attribute("axis", -1));
    joined = b.batchNormalization(joined, 112);
    String summed = b.node(
        "Sum", List.of(joined, b.node("Max", List.of(joined, joined)), b.node("Relu", joined)));
    String mean = b.node("Mean", List.of(summed, joined));
    assertAgrees(b.output(b.linear(mean, 112, 4)));
  }

  /** As tf2onnx writes what Keras has: images (n, h, w, c), transposed where convolutions begin. */
  @Test
  void channelsLast() throws IOException {
    OnnxBuilder b = new OnnxBuilder(15);
    String x = b.node("Sub", List.of(b.input(9, 10, 3), b.uniform(0, 1, 3)));
    x = b.node("Transpose", x, attributes("perm", 0, 3, 1, 2));
    x = b.node(
        "Conv",
        List.of(x, b.weights(6, 3, 3, 3), b.uniform(-1, 1, 6)),
        attribute("auto_pad", "SAME_UPPER"),
        attributes("strides", 2, 2));
    x = b.node("Relu", b.batchNormalization(x, 6));
    x = b.node(
        "AveragePool",
        x,
        attribute("auto_pad", "SAME_UPPER"),
        attributes("kernel_shape", 2, 2),
        attributes("strides", 2, 2));
    String pooled = b.node("Squeeze", List.of(b.node("GlobalAveragePool", x), b.wholes(2, 3)));
    x = b.node("Transpose", x, attributes("perm", 0, 2, 3, 1));
    x = b.node("Reshape", List.of(x, b.wholes(-1, 54)));
    x = b.node("Concat", List.of(x, pooled), attribute("axis", 1));
    x = b.node("MatMul", List.of(x, b.weights(60, 5)));
    x = b.node("Softmax", b.node("Add", List.of(x, b.uniform(-1, 1, 5))), attribute("axis", -1));
    Network network = assertAgreesChannelsLast(b.output(x));
    assertEquals("[9, 10, 3]", network.input().dimensions().toString());
  }

  /** Settings that were attributes then, and are inputs now. */
  @Test
  void operatorSetNine() throws IOException {
    OnnxBuilder b = new OnnxBuilder(9);
    String x = b.conv(b.input(3, 9, 9), b.weights(6, 3, 3, 3), 3, 1, 1, 1);
    x = b.node("Clip", x, attribute("min", 0f), attribute("max", 0.5f));
    x = b.node("Pad", x, attributes("pads", 0, 0, 1, 0, 0, 0, 2, 3), attribute("value", 0f));
    x = b.node("Slice", x, attributes("axes", 3), attributes("starts", 2), attributes("ends", 100));
    x = b.node("GlobalAveragePool", x);
    x = b.node("Squeeze", b.node("Identity", x), attributes("axes", 2, 3));
    assertAgrees(b.output(b.linear(x, 6, 4)));
  }

  /** As SqueezeNet has it: no dense layer at the end. */
  @Test
  void logitsThatNoDenseLayerGivesGetASoftmax() throws IOException {
    OnnxBuilder b = new OnnxBuilder(17);
    String x = b.conv(b.input(3, 9, 9), b.weights(5, 3, 3, 3), 3, 1, 1, 1);
    x = b.node("Flatten", b.node("GlobalAveragePool", b.node("Relu", x)));
    Network network = assertAgrees(b.output(x));
    assertEquals(List.of("Conv2D", "GlobalAveragePooling2D", "Activation"), types(network));
  }

  /** A value that several nodes read stays as it is. */
  @Test
  void whatIsReadTwiceIsNotFused() throws IOException {
    OnnxBuilder b = new OnnxBuilder(17);
    String x = b.conv(b.input(3, 9, 9), b.weights(5, 3, 3, 3), 3, 1, 1, 1);
    String biased = b.node("Add", List.of(x, b.uniform(-1, 1, 5, 1, 1)));
    String same = b.node("Identity", biased);
    String rectified = b.node("Relu", same);
    String pooled = b.node("GlobalAveragePool", rectified);
    String gated = b.node("Mul", List.of(rectified, b.node("Sigmoid", pooled)));
    String flat = b.node("Flatten", pooled);
    String sum = b.node("Add", List.of(gated, b.node("Add", List.of(x, biased))));
    String joined = b.node(
        "Concat",
        List.of(flat, b.node("Flatten", b.node("GlobalMaxPool", sum))),
        attribute("axis", 1));
    assertAgrees(b.output(b.linear(joined, 10, 4)));
  }
}
