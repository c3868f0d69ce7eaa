package dev.plenum.interchange.onnx.reading;

import static dev.plenum.interchange.onnx.reading.OnnxBuilder.attribute;
import static dev.plenum.interchange.onnx.reading.OnnxBuilder.attributes;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import dev.plenum.persistence.ForeignFileException;
import dev.plenum.persistence.InvalidModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a network cannot have, and what is no graph at all, is refused with what was found. */
class OnnxRefusalTest {
  @TempDir
  Path folder;

  private void assertRefused(ModelProto.Builder model, String... parts) throws IOException {
    Path file = Files.write(folder.resolve("model.onnx"), model.build().toByteArray());
    String message =
        String.valueOf(assertThrows(InvalidModelFileException.class, () -> OnnxImport.read(file))
            .getMessage());
    assertTrue(message.contains(file.toString()), message);
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  /** Behind a convolution that makes (n, 4, 7, 6). */
  private interface Middle {
    String of(OnnxBuilder builder, String value);
  }

  private void assertRefused(Middle middle, String... parts) throws IOException {
    OnnxBuilder b = new OnnxBuilder(17);
    String x = b.conv(b.input(3, 9, 8), b.weights(4, 3, 3, 3), 3, 1, 0, 1);
    assertRefused(b.head(middle.of(b, x), 4).model(), parts);
  }

  private static OnnxBuilder plain() {
    OnnxBuilder b = new OnnxBuilder(17);
    return b.head(b.conv(b.input(3, 9, 8), b.weights(4, 3, 3, 3), 3, 1, 0, 1), 4);
  }

  private void assertRefusedModel(UnaryOperator<ModelProto.Builder> change, String... parts)
      throws IOException {
    assertRefused(change.apply(plain().model()), parts);
  }

  private void assertRefusedGraph(Consumer<OnnxBuilder> change, String... parts)
      throws IOException {
    OnnxBuilder b = plain();
    change.accept(b);
    assertRefused(b.model(), parts);
  }

  @Test
  void operatorsThatNoLayerDoes() throws IOException {
    assertRefused((b, x) -> b.node("Resize", x), "'/Resize_2' (Resize)", "operator Resize");
    assertRefused((b, x) -> b.node("InstanceNormalization", x), "operator InstanceNormalization");
    assertRefused((b, x) -> b.conv(x, b.weights(4, 2, 3, 3), 3, 1, 1, 2), "(Conv)", "in 2 groups");
    assertRefused((b, x) -> b.node("Softmax", x, attribute("axis", 1)), "(Softmax)", "images");
    assertRefused(
        (b, x) -> b.node("Transpose", x, attributes("perm", 0, 2, 1, 3)),
        "(Transpose)",
        "[0, 2, 1, 3]");
    assertRefused(
        (b, x) -> b.node("ReduceMean", x, attributes("axes", 1)), "(ReduceMean)", "axes [1]");
    assertRefused((b, x) -> b.node("Sub", List.of(x, x)), "(Sub)", "only with a constant");
    assertRefused((b, x) -> b.node("Erf", x), "operator Erf");
    assertRefused((b, x) -> b.node("Max", List.of(x, b.constant(0))), "(Max)", "constant");
  }

  @Test
  void settingsThatNoLayerHas() throws IOException {
    assertRefused(
        (b, x) -> b.node("Clip", List.of(x, b.constant(-1), b.constant(1))), "(Clip)", "-1.0");
    assertRefused(
        (b, x) -> b.node(
            "Pad", List.of(x, b.wholes(0, 0, 1, 1, 0, 0, 1, 1)), attribute("mode", "reflect")),
        "(Pad)",
        "'reflect'");
    assertRefused(
        (b, x) -> b.node("Pad", List.of(x, b.wholes(0, 1, 0, 0, 0, 1, 0, 0))),
        "(Pad)",
        "more than rows and columns");
    assertRefused(
        (b, x) -> b.node("Slice", List.of(x, b.wholes(0), b.wholes(9), b.wholes(2), b.wholes(2))),
        "(Slice)",
        "sides");
    assertRefused(
        (b, x) -> b.node(
            "MaxPool", x, attribute("auto_pad", "SAME_LOWER"), attributes("kernel_shape", 2, 2)),
        "(MaxPool)",
        "half a window");
    assertRefused(
        (b, x) -> b.node("MaxPool", x, attributes("kernel_shape", 2)), "'kernel_shape'", "[2]");
    assertRefused(
        (b, x) -> b.node("MaxPool", x, attributes("kernel_shape", 20, 20)),
        "(MaxPool)",
        "20 cells");
    assertRefused(
        (b, x) -> b.node(
            "Conv",
            List.of(x, b.weights(4, 4, 2, 2)),
            attributes("dilations", 2, 2),
            attributes("strides", 2, 2)),
        "(Conv)",
        "not both");
    assertRefused(
        (b, x) -> b.node("Mul", List.of(x, b.uniform(-1, 1, 4, 1, 1))), "(Mul)", "above 0");
    assertRefused(
        (b, x) -> b.node("Add", List.of(x, b.uniform(-1, 1, 6))), "(Add)", "each channel");
    assertRefused(
        (b, x) -> b.node("Concat", List.of(x, x), attribute("axis", 2)), "(Concat)", "axis 2");
    assertRefused(
        (b, x) -> b.node("Add", List.of(x, b.pool("MaxPool", x, 2, 2, 0, 0))),
        "(Add)",
        "(7, 6, 4)",
        "(3, 3, 4)");
    assertRefused(
        (b, x) -> b.node("BatchNormalization", List.of(x, b.wholes(1), "", "", "")),
        "(BatchNormalization)");
    assertRefused((b, x) -> b.node("Flatten", x, attribute("axis", 2)), "(Flatten)", "the axis 2");
    assertRefused(
        (b, x) -> b.node("Reshape", List.of(x, b.wholes(-1, 5))), "(Reshape)", "[4, 7, 6]", "[5]");
    assertRefused(
        (b, x) -> b.node("Elu", x, attribute("alpha", "much")), "(Elu)", "'alpha'", "STRING");
  }

  @Test
  void endingsThatAreNoScores() throws IOException {
    OnnxBuilder images = new OnnxBuilder(17);
    String x = images.conv(images.input(3, 9, 8), images.weights(4, 3, 3, 3), 3, 1, 0, 1);
    assertRefused(images.output(x).model(), "the output", "[4, 7, 6]");
    OnnxBuilder sigmoid = new OnnxBuilder(17);
    String flat = sigmoid.node("Flatten", sigmoid.input(3, 9, 8));
    assertRefused(
        sigmoid.output(sigmoid.node("Sigmoid", sigmoid.linear(flat, 216, 4))).model(), "sigmoid");
    OnnxBuilder early = new OnnxBuilder(17);
    String softmax =
        early.node("Softmax", early.linear(early.node("Flatten", early.input(3, 9, 8)), 216, 4));
    assertRefused(early.output(early.linear(softmax, 4, 4)).model(), "softmax");
    OnnxBuilder constant = new OnnxBuilder(17);
    constant.input(3, 9, 8);
    assertRefused(constant.output(constant.constant(1)).model(), "is constant");
  }

  @Test
  void modelsThatAreNotOneGraphOfFloats() throws IOException {
    assertRefusedModel(model -> model.clearOpsetImport(), "names no version");
    assertRefused(new OnnxBuilder(8).model(), "operator set 8");
    assertRefused(new OnnxBuilder(99).model(), "operator set 99");
    assertRefusedModel(
        model -> model.addFunctions(FunctionProto.newBuilder().setName("own")), "'own'");
    assertRefusedGraph(
        b -> b.graph().addSparseInitializer(SparseTensorProto.getDefaultInstance()), "sparse");
    assertRefusedGraph(b -> b.input(3, 9, 8), "one input", "found 2");
    assertRefusedGraph(b -> b.graph().clearInput(), "one input", "found 0");
    assertRefusedGraph(b -> b.output("other"), "one output", "found 2", "'other'");
    assertRefusedGraph(
        b -> b.graph().getNodeBuilder(0).setDomain("com.microsoft"), "com.microsoft.Conv");
  }

  @Test
  void inputsThatAreNoImages() throws IOException {
    for (int sizes : new int[] {1, 2, 4}) {
      OnnxBuilder b = new OnnxBuilder(17);
      String x = b.input(IntStream.range(0, sizes).map(i -> 3).toArray());
      assertRefused(b.output(b.node("Relu", x)).model(), "'input' must be images");
    }
    assertRefusedGraph(
        b -> b.graph()
            .getInputBuilder(0)
            .getTypeBuilder()
            .getTensorTypeBuilder()
            .setElemType(DataType.UINT8.getNumber()),
        "must be of floats",
        "UINT8");
    assertRefusedGraph(
        b -> b.graph()
            .getInputBuilder(0)
            .getTypeBuilder()
            .getTensorTypeBuilder()
            .getShapeBuilder()
            .getDimBuilder(2)
            .setDimParam("height"),
        "only the number of images may be left open",
        "'height'");
    assertRefusedGraph(
        b -> b.graph()
            .getInputBuilder(0)
            .getTypeBuilder()
            .getTensorTypeBuilder()
            .getShapeBuilder()
            .getDimBuilder(2)
            .setDimValue(1 << 30),
        "'input'",
        "more than 2^31 - 1");
  }

  @Test
  void initializersThatAreDamagedOrElsewhere() throws IOException {
    assertRefusedInitializer(
        tensor -> tensor.setDataLocation(DataLocation.EXTERNAL), "lies in another file");
    assertRefusedInitializer(
        tensor -> tensor.addExternalData(StringStringEntryProto.getDefaultInstance()),
        "lies in another file");
    assertRefusedInitializer(tensor -> tensor.setDataType(DataType.FLOAT16.getNumber()), "FLOAT16");
    assertRefusedInitializer(tensor -> tensor.setDataType(99), "type 99");
    assertRefusedInitializer(tensor -> tensor.setDims(0, 5), "needs 540 bytes, found 432");
    assertRefusedInitializer(tensor -> tensor.setDims(0, -4), "dimension -4");
    assertRefusedInitializer(
        tensor -> tensor.setDims(0, Integer.MAX_VALUE).setDims(1, Integer.MAX_VALUE), "bytes");
    assertRefusedInitializer(
        tensor -> tensor.addAllDims(Collections.nCopies(6, 1L)), "10 dimensions");
    assertRefusedInitializer(tensor -> tensor.clearRawData(), "needs 108 values, found 0");
    assertRefusedInitializer(tensor -> tensor.clearName(), "has no name");
    assertRefusedInitializer(tensor -> tensor.setName("other"), "reads 'onnx::0'");
    assertRefusedGraph(
        b -> b.graph().addInitializer(b.graph().getInitializer(0)), "two initializers");
    assertRefusedInitializer(
        tensor -> tensor.setRawData(ByteString.copyFrom(notNumbers(432))), "NaN");
  }

  private static byte[] notNumbers(int bytes) {
    byte[] all = new byte[bytes];
    Arrays.fill(all, (byte) 0xff);
    return all;
  }

  private void assertRefusedInitializer(Consumer<TensorProto.Builder> change, String... parts)
      throws IOException {
    assertRefusedGraph(b -> change.accept(b.graph().getInitializerBuilder(0)), parts);
  }

  @Test
  void nodesThatAreNoGraph() throws IOException {
    assertRefusedGraph(
        b -> b.graph().getNodeBuilder(0).setInput(0, b.graph().getNode(1).getOutput(0)),
        "depends on it in turn");
    assertRefusedGraph(b -> b.graph().addNode(b.graph().getNode(0)), "which is there already");
    assertRefusedGraph(b -> b.graph().getNodeBuilder(0).clearOutput(), "has no output");
    assertRefusedGraph(
        b -> b.graph().getOutputBuilder(0).setName("nobody"), "no node writes the output 'nobody'");
    assertRefusedGraph(
        b -> b.graph().addAllNode(Collections.nCopies(5000, NodeProto.getDefaultInstance())),
        "at most 5000");
  }

  /** Each doubles what it reads. */
  @Test
  void constantsThatGrowAreBounded() throws IOException {
    assertRefused(
        (b, x) -> {
          String sizes = b.wholes(1, 2);
          for (int i = 0; i < 40; i++) {
            sizes = b.node("Concat", List.of(sizes, sizes), attribute("axis", 0));
          }
          return b.node("Reshape", List.of(x, sizes));
        },
        "(Concat)",
        "more constants than are read");
    assertRefused(
        (b, x) -> b.node("Add", List.of(x, b.node("ConstantOfShape", b.wholes(1 << 20, 1 << 20)))),
        "(ConstantOfShape)",
        "more constants than are read");
  }

  /** A long chain, each link of which an activation might begin at. */
  @Test
  void manySmallNodesAreReadInTime() throws IOException {
    OnnxBuilder b = new OnnxBuilder(17);
    String x = b.conv(b.input(3, 9, 8), b.weights(4, 3, 3, 3), 3, 1, 0, 1);
    for (int i = 0; i < 1000; i++) {
      x = b.node("Mul", List.of(b.node("Sigmoid", x), x));
    }
    String last = x;
    Path file = Files.write(folder.resolve("model.onnx"), b.head(last, 4).bytes());
    assertTimeout(Duration.ofSeconds(20), () -> OnnxImport.read(file));
  }

  @Test
  void otherFiles() throws IOException {
    Path none = folder.resolve("none.onnx");
    assertThrows(NoSuchFileException.class, () -> OnnxImport.read(none));
    assertThrows(InvalidModelFileException.class, () -> OnnxImport.read(folder));
    Path keras = Files.write(
        folder.resolve("k.onnx"), new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'});
    assertThrows(ForeignFileException.class, () -> OnnxImport.read(keras));
    byte[] bytes = plain().bytes();
    Path cut = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(bytes, bytes.length / 2));
    String message =
        String.valueOf(assertThrows(InvalidModelFileException.class, () -> OnnxImport.read(cut))
            .getMessage());
    assertTrue(message.contains("damaged"), message);
  }
}
