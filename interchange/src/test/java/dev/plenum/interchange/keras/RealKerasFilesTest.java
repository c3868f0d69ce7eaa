package dev.plenum.interchange.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.interchange.Samples;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.imported.ImportedModel;
import dev.plenum.interchange.imported.Rescaling;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.InvalidModelFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static ImportedModel read(String name) throws IOException {
    Path file = file(name);
    return name.endsWith(".keras")
        ? KerasModelFile.read(file)
        : KerasH5File.read(file, Optional.empty());
  }

  /** What the network makes of Keras's inputs: probabilities, or logits where Keras gives these. */
  private static void assertPredicts(String name, ImportedModel model) throws IOException {
    TrainedNetwork trained = model.trained();
    float[] inputs = floats(name + ".inputs.f32");
    model.input().rescaling().ifPresent(rescaling -> {
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = (float) (rescaling.scale() * inputs[i] + rescaling.offset());
      }
    });
    List<PlacedLayer> layers = trained.network().placedLayers();
    boolean isSoftmax = layers.get(layers.size() - 1).spec().activation() == Activation.SOFTMAX;
    float[] expected = floats(name + ".outputs.f32");
    float[] found = isSoftmax
        ? Samples.predict(trained, inputs, IMAGES)
        : Samples.logits(trained, inputs, IMAGES);
    assertEquals(expected.length, found.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found[i], TOLERANCE, "value " + i);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "activations.keras, 13597",
    "branches.keras, 640",
    "flat_input.keras, 27090",
    "image_2d.keras, 25450",
    "mobilenet_like.keras, 2391",
    "mobilenet_like.h5, 2391",
    "nested.keras, 590",
    "nested.h5, 590",
    "normalization.keras, 251",
    "preprocessing.keras, 3213",
    "resnet8.keras, 20146",
    "resnet8.h5, 20146",
    "se_net.keras, 508",
    "vgg_bn.keras, 12146",
    "vgg_bn.h5, 12146",
  })
  void aModelPredictsAsInKeras(String file, int parameters) throws IOException {
    ImportedModel model = read(file);
    assertEquals(parameters, model.trained().network().parameterCount());
    assertPredicts(file.substring(0, file.indexOf('.')), model);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nested", "resnet8", "vgg_bn"})
  void weightsAloneAreThoseOfTheModel(String name) throws IOException {
    TrainedNetwork model = read(name + ".keras").trained();
    assertEquals(
        model,
        KerasWeightsFile.read(file(name + ".weights.h5"), model.network()).trained());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mobilenet_like", "nested", "resnet8", "vgg_bn"})
  void theLegacyFormatHasTheSame(String name) throws IOException {
    assertEquals(read(name + ".keras").trained(), read(name + ".h5").trained());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "activations",
        "branches",
        "flat_input",
        "image_2d",
        "mobilenet_like",
        "nested",
        "normalization",
        "preprocessing",
        "resnet8",
        "se_net",
        "vgg_bn"
      })
  void whatIsExportedComesBackAsItWas(String name) throws IOException {
    ImportedModel model = read(name + ".keras");
    Path exported = folder.resolve("exported.keras");
    AtomicFiles.write(
        exported, KerasModelFile.content(model.trained(), model.input().rescaling()));
    ImportedModel again = KerasModelFile.read(exported);
    assertEquals(model.trained(), again.trained());
    assertEquals(model.input().rescaling(), again.input().rescaling());
  }

  @Test
  void anInputWithoutAChannelAxisIsAGreyPicture() throws IOException {
    ImportedModel model = read("image_2d.keras");
    assertEquals(Shape.of(28, 28), model.input().shape());
    assertEquals(Shape.of(28, 28, 1), model.trained().network().input());
  }

  @Test
  void valuesInARowThatAreReshapedArePictures() throws IOException {
    ImportedModel model = read("flat_input.keras");
    assertEquals(Shape.of(784), model.input().shape());
    assertEquals(Shape.of(28, 28, 1), model.trained().network().input());
  }

  @Test
  void layersThatChangePicturesAtRandomAreLeftOutAndReported() throws IOException {
    ImportedModel model = read("preprocessing.keras");
    assertEquals(
        Optional.of(new Rescaling(0.00784313725490196, -1)), model.input().rescaling());
    assertEquals(
        List.of(
            "random_flip (RandomFlip)",
            "random_rotation (RandomRotation)",
            "random_zoom (RandomZoom)"),
        model.leftOut());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "refuse_layernorm | layer 'layer_normalization' | LayerNormalization",
        "refuse_renorm | layer 'batch_normalization | BatchNormalization with renorm",
        "refuse_shared | is used at 2 places | layer 'conv2d",
        "refuse_two_outputs | more than one output | dense_14, dense_15",
      })
  void whatTheContractHasNotIsRefusedByName(String name, String layer, String found) {
    Path file = file(name + ".keras");
    String message = String.valueOf(
        assertThrows(InvalidModelFileException.class, () -> KerasModelFile.read(file))
            .getMessage());
    assertTrue(message.contains(layer) && message.contains(found), message);
    assertFalse(message.contains("damaged"), message);
  }
}
