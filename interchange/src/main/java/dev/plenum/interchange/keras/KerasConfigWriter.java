package dev.plenum.interchange.keras;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.NetworkJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Describes a network as {@link KerasConfig} reads it; Keras takes its defaults for the rest. */
final class KerasConfigWriter {
  private KerasConfigWriter() {}

  static JsonObject write(
      Network network, Optional<Rescaling> rescaling, Optional<Normalization> normalization) {
    List<JsonObject> layers = new ArrayList<>();
    layers.add(object("keras.layers", "InputLayer", input(network.input())));
    rescaling.ifPresent(layer -> layers.add(object("keras.layers", "Rescaling", settings(layer))));
    normalization.ifPresent(
        layer -> layers.add(object("keras.layers", "Normalization", settings(layer))));
    for (PlacedLayer layer : network.placedLayers()) {
      layers.add(object(
          "keras.layers",
          layer.spec().type(),
          NetworkJson.settings(layer.spec()).with("name", layer.name()).with("dtype", "float32")));
    }
    return object(
        "keras", "Network", JsonObject.empty().with("name", "sequential").with("layers", layers));
  }

  private static JsonObject settings(Rescaling layer) {
    return JsonObject.empty()
        .with("scale", layer.scale())
        .with("offset", layer.offset())
        .with("name", "rescaling")
        .with("dtype", "float32");
  }

  /** With its statistics, so that it has no variables among the weights. */
  private static JsonObject settings(Normalization layer) {
    return JsonObject.empty()
        .with("axis", -1)
        .withNumbers("mean", layer.mean())
        .withNumbers("variance", layer.variance())
        .with("name", "normalization")
        .with("dtype", "float32");
  }

  private static JsonObject object(String module, String className, JsonObject config) {
    return JsonObject.empty()
        .with("module", module)
        .with("class_name", className)
        .with("config", config);
  }

  private static JsonObject input(Shape shape) {
    String sizes =
        shape.dimensions().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return JsonObject.parse("{\"batch_shape\": [null, %s]}".formatted(sizes), "the input")
        .with("name", "input_layer")
        .with("dtype", "float32");
  }
}
