package dev.plenum.interchange.onnx.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.interchange.Samples;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.onnx.OnnxFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that PyTorch itself wrote, with its own outputs, where this machine has them. */
class RealOnnxFilesTest {
  private static final int IMAGES = 8;

  /** Skips the test where the file is not. */
  private static Path file(String name) {
    String data = Optional.ofNullable(System.getProperty("plenum.data.dir"))
        .or(() -> Optional.ofNullable(System.getenv("PLENUM_DATA_DIR")))
        .orElse("../../shared/data");
    Path file = Path.of(data, "onnx", name).toAbsolutePath().normalize();
    assumeTrue(Files.exists(file), () -> "there is no " + file + ": set PLENUM_DATA_DIR");
    return file;
  }

  private static float[] floats(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(file(name));
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "torch_depthwise, 13, false",
    "torch_lenet, 13, true",
    "torch_resnet8, 13, false",
    "torch_resnet8, 17, false"
  })
  void theImportedNetworkGivesWhatPyTorchGave(String name, int operatorSet, boolean endsInSoftmax)
      throws IOException {
    TrainedNetwork imported = OnnxImport.read(file(name + "_opset" + operatorSet + ".onnx"));
    int channels = imported.network().input().channels();
    float[] inputs = floats(name + ".inputs.f32");
    float[] images = OnnxFiles.turned(inputs, IMAGES, inputs.length / IMAGES / channels);
    float[] expected = floats(name + ".outputs.f32");
    float largest = 1;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    float[] found = endsInSoftmax
        ? Samples.predict(imported, images, IMAGES)
        : Samples.logits(imported, images, IMAGES);
    assertArrayEquals(expected, found, 1e-5f * largest);
  }
}
