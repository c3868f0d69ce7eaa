package dev.plenum.interchange.keras;

import static dev.plenum.api.random.Seed.seed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Add;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.LeakyReLU;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Value;
import dev.plenum.interchange.Samples;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.imported.ImportedModel;
import dev.plenum.persistence.InvalidModelFileException;
import dev.plenum.tck.reference.RandomNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole models in HDF5, as Keras 2 wrote them. */
class KerasH5FileTest {
  /** In Keras 2, a convolution and a batch normalisation were a model of their own in it. */
  private static final TrainedNetwork GRAPH = Samples.trained(
      Graph.of(Shape.of(4, 4, 2), images -> {
        Value inner = images.then(Conv2D.of(2, 1), new BatchNormalization(0.9, 0.01, true, true));
        return Add.of(inner, images)
            .then(Flatten.instance(), Dense.of(3).activation(Activation.SOFTMAX));
      }),
      seed(1));

  private static final String NESTED = """
      {"class_name": "Model", "config": {"name": "model", "layers": [
       {"class_name": "InputLayer", "config": {"batch_input_shape": [null, 4, 4, 2], "dtype":
        "float32", "name": "in"}, "name": "in", "inbound_nodes": []},
       {"class_name": "Sequential", "config": {"name": "features", "layers": [
        {"class_name": "Conv2D", "config": {"name": "my_conv2d", "batch_input_shape": [null, 4, 4, 2],
         "filters": 2, "kernel_size": [1, 1], "strides": [1, 1], "padding": "valid", "data_format":
         "channels_last", "dilation_rate": [1, 1], "groups": 1, "activation": "linear", "use_bias":
         true, "kernel_initializer": {"class_name": "VarianceScaling", "config": {"scale": 1.0}}}},
        {"class_name": "BatchNormalization", "config": {"name": "my_batch_normalization", "axis":
         [3], "momentum": 0.9, "epsilon": 0.01, "center": true, "scale": true}}]},
        "name": "features", "inbound_nodes": [[["in", 0, 0, {}]]]},
       {"class_name": "Add", "config": {"name": "my_add"}, "name": "my_add", "inbound_nodes":
        [[["features", 1, 0, {}], ["in", 0, 0, {}]]]},
       {"class_name": "Flatten", "config": {"name": "my_flatten"}, "name": "my_flatten",
        "inbound_nodes": [[["my_add", 0, 0, {}]]]},
       {"class_name": "Dense", "config": {"name": "my_dense", "units": 3, "activation": "softmax"},
        "name": "my_dense", "inbound_nodes": [[["my_flatten", 0, 0, {}]]]}],
       "input_layers": [["in", 0, 0]], "output_layers": [["my_dense", 0, 0]]}}""";

  @TempDir
  Path folder;

  private ImportedModel read(byte[] content) throws IOException {
    return KerasH5File.read(Files.write(folder.resolve("model.h5"), content), Optional.empty());
  }

  private void assertRefused(byte[] content, String problem) {
    String message = String.valueOf(
        assertThrows(InvalidModelFileException.class, () -> read(content)).getMessage());
    assertTrue(message.contains(problem), message);
  }

  private static Map<String, Object> nested(String config) {
    Map<String, Object> file = KerasFiles.legacy(GRAPH, config);
    Map<String, Object> layers = child(file, "model_weights");
    Map<String, Object> conv = child(child(layers, "my_conv2d"), "my_conv2d");
    Map<String, Object> norm =
        child(child(layers, "my_batch_normalization"), "my_batch_normalization");
    layers.put(
        "features",
        Map.of(
            "weight_names",
            List.of(
                "my_conv2d/kernel:0",
                "my_conv2d/bias:0",
                "my_batch_normalization/gamma:0",
                "my_batch_normalization/beta:0",
                "my_batch_normalization/moving_mean:0",
                "my_batch_normalization/moving_variance:0"),
            "my_conv2d",
            conv,
            "my_batch_normalization",
            norm));
    layers.remove("my_conv2d");
    layers.remove("my_batch_normalization");
    return file;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> child(Map<String, Object> group, String name) {
    return (Map<String, Object>) group.getOrDefault(name, Map.of());
  }

  @Test
  void sequentialModelsOfKeras2AreReadToTheBit() throws IOException {
    for (long number = 0; number < 20; number++) {
      TrainedNetwork saved = Samples.trained(RandomNetworks.linear(seed(number)), seed(number));
      ImportedModel imported = read(KerasFiles.legacyModel(saved));
      assertEquals(saved, imported.trained());
      assertTrue(imported.hasOptimizerState());
    }
  }

  @Test
  void soIsAModelInAModel() throws IOException {
    assertEquals(GRAPH, read(H5pyFile.of(nested(NESTED))).trained());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"activation\": \"linear\" | \"activation\": \"hard_sigmoid\" | layer 'features' (Sequential): layer 'my_conv2d' (Conv2D): model_config: config.layers[1].config.layers[0].config.activation: Keras 2's hard_sigmoid is not Keras 3's",
        "[3] | [1] | layer 'my_batch_normalization' (BatchNormalization): model_config: config.layers[1].config.layers[1].config.axis: the last axis (-1) is needed, found [1]",
        "[\"in\", 0, 0, {}]]] | [\"in\", 0, 0, {\"training\": true}]]] | inbound_nodes[0][0][3].training: false or null is needed, found true",
        "\"filters\": 2 | \"filters\": 3 | layer 'my_add' (Add): model_config: config.layers[2].config: Add needs values of one shape, found (4, 4, 3) and (4, 4, 2)",
        "\"my_conv2d\" | \"other\" | the layer 'features/other' must have 2 variables, found: none",
        "\"scale\": true | \"scale\": false | the layer 'features/my_batch_normalization' must have 3 variables, found: my_batch_normalization/gamma:0, my_batch",
      })
  void whatCannotBeIsRefusedByTheLayersName(String written, String instead, String problem) {
    assertTrue(NESTED.contains(written));
    assertRefused(H5pyFile.of(nested(NESTED.replace(written, instead))), problem);
  }

  @Test
  void theSlopeOfKeras2sLeakyReluHasAnotherName() throws IOException {
    String flatten = "{\"class_name\": \"Flatten\"";
    String leaky =
        "{\"class_name\": \"LeakyReLU\", \"config\": {\"name\": \"leaky\", \"alpha\": 0.25},"
            + " \"name\": \"leaky\", \"inbound_nodes\": [[[\"my_add\", 0, 0, {}]]]}, ";
    String config = NESTED
        .replace("[[[\"my_add\", 0, 0, {}]]]", "[[[\"leaky\", 0, 0, {}]]]")
        .replace(flatten, leaky + flatten);
    assertEquals(
        new LeakyReLU(0.25),
        read(H5pyFile.of(nested(config)))
            .trained()
            .network()
            .placedLayers()
            .get(3)
            .spec());
  }

  @Test
  void weightsWithoutANetworkAreRefused() {
    Map<String, Object> file = new TreeMap<>(nested(NESTED));
    file.remove("model_config");
    assertRefused(H5pyFile.of(file), "no attribute 'model_config': these are weights without");
  }

  @Test
  void aFileThatIsCutOffIsRefusedWhereverThatIs() {
    byte[] whole = H5pyFile.of(nested(NESTED));
    for (int length = 0; length < whole.length - 40; length += 97) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThrows(InvalidModelFileException.class, () -> read(part));
    }
  }
}
