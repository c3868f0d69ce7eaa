package dev.plenum.interchange.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.api.network.Shape;
import dev.plenum.interchange.Samples;
import dev.plenum.persistence.InvalidModelFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that Keras 3.16 itself wrote, with its own predictions, where this machine has them. */
class RealKerasFilesTest {
  private static final int IMAGES = 8;
  private static final double TOLERANCE = 1e-5;

  @TempDir
  Path folder;

  /** Skips the test where the file is not. */
  private static Path file(String name) {
    String data = Optional.ofNullable(System.getProperty("plenum.data.dir"))
        .or(() -> Optional.ofNullable(System.getenv("PLENUM_DATA_DIR")))
        .orElse("../../shared/data");
    Path file = Path.of(data, "keras", name).toAbsolutePath().normalize();
    assumeTrue(Files.exists(file), () -> "there is no " + file + ": set PLENUM_DATA_DIR");
    return file;
  }

  private static float[] floats(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(file(name));
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  private static void assertPredicts(String name, ImportedModel model, float[] inputs)
      throws IOException {
    float[] expected = floats(name + ".outputs.f32");
    float[] found = Samples.predict(model.trained(), inputs, IMAGES);
    assertEquals(expected.length, found.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found[i], TOLERANCE, "value " + i);
    }
  }

  @Test
  void anInputWithoutAChannelAxisIsAGreyPicture() throws IOException {
    ImportedModel model = KerasModelFile.read(file("image_2d.keras"));
    assertEquals(Shape.of(28, 28), model.input().shape());
    assertEquals(Shape.of(28, 28, 1), model.trained().network().input());
    assertEquals(25_450, model.trained().network().parameterCount());
    assertPredicts("image_2d", model, floats("image_2d.inputs.f32"));
  }

  /** Its outputs are logits, and these are what Keras gives. */
  @Test
  void valuesInARowThatAreReshapedArePictures() throws IOException {
    ImportedModel model = KerasModelFile.read(file("flat_input.keras"));
    assertEquals(Shape.of(784), model.input().shape());
    assertEquals(Shape.of(28, 28, 1), model.trained().network().input());
    float[] expected = floats("flat_input.outputs.f32");
    float[] found = Samples.logits(model.trained(), floats("flat_input.inputs.f32"), IMAGES);
    assertEquals(expected.length, found.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found[i], TOLERANCE, "value " + i);
    }
  }

  /** Without the layers that change pictures at random, which do nothing when predicting. */
  @Test
  void aRescalingAtTheBeginningIsToldApartFromTheNetwork() throws IOException {
    Path stripped = withoutRandomLayers(file("preprocessing.keras"));
    ImportedModel model = KerasModelFile.read(stripped);
    Rescaling rescaling = model.input().rescaling().orElseThrow();
    assertEquals(new Rescaling(0.00784313725490196, -1), rescaling);
    float[] inputs = floats("preprocessing.inputs.f32");
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = (float) (rescaling.scale() * inputs[i] + rescaling.offset());
    }
    assertPredicts("preprocessing", model, inputs);
  }

  private Path withoutRandomLayers(Path model) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(model.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    String config =
        new String(entries.getOrDefault("config.json", new byte[0]), StandardCharsets.UTF_8);
    int first = config.indexOf(", {\"module\": \"keras.layers\", \"class_name\": \"RandomFlip\"");
    int next = config.indexOf(", {\"module\": \"keras.layers\", \"class_name\": \"Conv2D\"");
    assertTrue(first > 0 && next > first, config);
    entries.put(
        "config.json", KerasFiles.bytes(config.substring(0, first) + config.substring(next)));
    return Files.write(folder.resolve("stripped.keras"), KerasFiles.zip(entries));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "activations | layer 'separable_conv2d' | SeparableConv2D",
        "branches | layer 'conv2d_20' | elu",
        "mobilenet_like | layer 'conv2d_13' (Conv2D): | a bias (true) is needed",
        "nested | layer 'features' | Network",
        "normalization | layer 'normalization' (Normalization): | Normalization",
        "preprocessing | layer 'random_flip' | RandomFlip",
        "refuse_layernorm | layer 'layer_normalization' | LayerNormalization",
        "refuse_renorm | layer 'batch_normalization | BatchNormalization",
        "refuse_shared | is used at 2 places | layer 'conv2d",
        "refuse_two_outputs | more than one output | dense_14, dense_15",
        "resnet8 | layer 'conv2d' (Conv2D): | a bias (true) is needed",
        "se_net | layer 'conv2d_17' | a bias (true) is needed",
        "vgg_bn | layer 'conv2d_9' (Conv2D): | a bias (true) is needed",
      })
  void whatTheContractHasNotIsRefusedByName(String name, String layer, String found) {
    Path file = file(name + ".keras");
    String message = String.valueOf(
        assertThrows(InvalidModelFileException.class, () -> KerasModelFile.read(file))
            .getMessage());
    assertTrue(message.contains(layer) && message.contains(found), message);
    assertTrue(!message.contains("damaged"), message);
  }
}
