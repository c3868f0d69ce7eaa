package dev.plenum.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plenum.api.network.Network;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The networks that there were before graphs, and that every version of the formats can hold. */
final class FirstNetworks {
  private static final Map<String, Set<String>> KEYS = Map.of(
      "Conv2D", Set.of("type", "filters", "kernel_size", "strides", "padding", "activation"),
      "MaxPooling2D", Set.of("type", "pool_size", "strides", "padding"),
      "Flatten", Set.of("type"),
      "Dense", Set.of("type", "units", "activation"),
      "Dropout", Set.of("type", "rate"));
  private static final List<String> ACTIVATIONS =
      List.of("", "linear", "relu", "sigmoid", "tanh", "softmax");

  private FirstNetworks() {}

  /** Whether this is one of them: it is written as it always was. */
  static boolean contain(Network network) {
    for (JsonNode layer : NetworkJson.node(network).get("layers")) {
      Set<String> known = KEYS.getOrDefault(layer.path("type").textValue(), Set.of());
      if (!known.containsAll(JsonValue.root("layer", layer).keys())
          || !ACTIVATIONS.contains(layer.path("activation").asText())) {
        return false;
      }
    }
    return true;
  }
}
