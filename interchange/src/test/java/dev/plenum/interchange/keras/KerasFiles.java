package dev.plenum.interchange.keras;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.interchange.TrainedNetwork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as Keras 3 writes them. */
public final class KerasFiles {
  private static final String INITIALIZERS = """
      "use_bias": true, "kernel_initializer": {"module": "keras.initializers", "class_name":
      "GlorotUniform", "config": {"seed": null}, "registered_name": null}, "bias_initializer":
      {"module": "keras.initializers", "class_name": "Zeros", "config": {}, "registered_name": null},
      "kernel_regularizer": null, "bias_regularizer": null, "kernel_constraint": null""";

  private KerasFiles() {}

  /** What {@code save_weights} writes: every layer has a group, and there is an optimizer's state. */
  public static Map<String, Object> weights(TrainedNetwork trained) {
    Map<String, Object> layers = new TreeMap<>();
    Map<String, Object> slots = new TreeMap<>(Map.of("0", 7));
    for (PlacedLayer layer : trained.network().placedLayers()) {
      Map<String, Object> variables = new TreeMap<>();
      for (int i = 0; i < layer.parameters().size(); i++) {
        Tensor tensor =
            trained.weights().get(layer.parameterName(layer.parameters().get(i)));
        variables.put(String.valueOf(i), tensor);
        slots.put(String.valueOf(slots.size()), tensor);
      }
      layers.put(layer.name(), new TreeMap<>(Map.of("vars", variables)));
    }
    return new TreeMap<>(
        Map.of("layers", layers, "optimizer", Map.of("vars", slots), "vars", new TreeMap<>()));
  }

  /** The same with all variables in compressed chunks, of which some hang over the edges. */
  public static Map<String, Object> chunked(Map<String, Object> group) {
    Map<String, Object> chunked = new TreeMap<>();
    group.forEach((name, child) -> chunked.put(name, chunkedChild(child)));
    return chunked;
  }

  private static Object chunkedChild(Object child) {
    if (child instanceof Map<?, ?> map) {
      Map<String, Object> group = new TreeMap<>();
      map.forEach((name, value) -> group.put(String.valueOf(name), value));
      return chunked(group);
    }
    return child instanceof Tensor tensor ? new Chunked(tensor) : child;
  }

  /** What {@code save} writes. */
  public static byte[] model(TrainedNetwork trained) {
    return model(trained, config(trained.network()));
  }

  /** The same for a network that gets its pictures as values in a row. */
  public static byte[] flatModel(TrainedNetwork trained) {
    Shape input = trained.network().input();
    return model(
        trained,
        config(trained.network())
            .replace("[null, " + sizes(input) + "]", "[null, " + input.size() + "]"));
  }

  private static byte[] model(TrainedNetwork trained, String config) {
    return zip(Map.of(
        "metadata.json",
        bytes("{\"keras_version\": \"3.15.1\", \"date_saved\": \"2026-01-01@00:00:00\"}"),
        "config.json",
        bytes(config),
        "model.weights.h5",
        H5pyFile.of(weights(trained))));
  }

  /** The description of a Network model. The layers' names are not those of their weights. */
  static String config(Network network) {
    String input = sizes(network.input());
    StringBuilder layers = new StringBuilder(inputLayer(input));
    for (PlacedLayer layer : network.placedLayers()) {
      layers.append(", ").append(layer(layer));
    }
    return """
      {"module": "keras", "class_name": "Network", "config": {"name": "sequential",
       "trainable": true, "dtype": {"module": "keras", "class_name": "DTypePolicy", "config":
       {"name": "float32"}, "registered_name": null}, "layers": [%s],
       "build_input_shape": [null, %s]}, "registered_name": null,
       "build_config": {"input_shape": [null, %2$s]}, "compile_config": {"loss":
       "sparse_categorical_crossentropy", "jit_compile": true}}""".formatted(layers, input);
  }

  private static String inputLayer(String sizes) {
    return """
      {"module": "keras.layers", "class_name": "InputLayer", "config": {"batch_shape": [null, %s],
       "dtype": "float32", "sparse": false, "ragged": false, "name": "input_layer",
       "optional": false}, "registered_name": null}""".formatted(sizes);
  }

  private static String layer(PlacedLayer layer) {
    return """
      {"module": "keras.layers", "class_name": "%s", "config": {"name": "%s", "trainable": true,
       "dtype": {"module": "keras", "class_name": "DTypePolicy", "config": {"name": "float32"},
       "registered_name": null, "shared_object_id": 139912053183568}, %s}, "registered_name": null,
       "build_config": {"input_shape": [null]}}""".formatted(layer.spec().type(), "my_" + layer.name(), settings(layer));
  }

  private static String settings(PlacedLayer layer) {
    return KerasSettings.of(layer.spec()).replace("INITIALIZERS", INITIALIZERS);
  }

  private static String sizes(Shape shape) {
    return shape.toString().replaceAll("[()]", "");
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
