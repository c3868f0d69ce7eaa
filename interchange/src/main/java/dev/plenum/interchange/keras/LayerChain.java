package dev.plenum.interchange.keras;

import dev.plenum.persistence.JsonValue;
import java.util.List;

/** What a Functional model's layers must be to be a Sequential's: each takes what the one before gives. */
final class LayerChain {
  private LayerChain() {}

  /**
   * Checks it.
   *
   * @param config the model's
   * @param layers at least one
   * @throws dev.plenum.persistence.InvalidJsonException if there are branches, several inputs or
   *     outputs, or a layer is called in another mode than the model's
   */
  static void require(JsonValue config, List<JsonValue> layers) {
    for (int i = 1; i < layers.size(); i++) {
      JsonValue nodes = layers.get(i).required("inbound_nodes");
      JsonValue node = only(nodes, "the only call of the layer");
      requireInput(node.required("args"), KerasConfig.name(layers.get(i - 1)));
      JsonValue options = node.required("kwargs");
      for (String key : options.keys()) {
        JsonValue option = options.required(key);
        KerasConfig.require(option.isNull() || !option.booleanValue(), option, "false or null");
      }
    }
    JsonValue outputs = config.required("output_layers");
    JsonValue first = first(outputs);
    String last = KerasConfig.name(layers.get(layers.size() - 1));
    String found = first.isList() ? first(only(outputs, "one output")).text() : first.text();
    KerasConfig.require(found.equals(last), outputs, "the last layer, '" + last + "',");
  }

  private static void requireInput(JsonValue arguments, String before) {
    JsonValue history = only(arguments, "one input").required("config").required("keras_history");
    KerasConfig.require(
        first(history).text().equals(before),
        history,
        "the output of the layer before, '" + before + "',");
  }

  private static JsonValue only(JsonValue list, String needed) {
    KerasConfig.require(list.elements().size() == 1, list, needed);
    return first(list);
  }

  private static JsonValue first(JsonValue list) {
    return list.elements().stream()
        .findFirst()
        .orElseThrow(() -> list.expected("a list that is not empty"));
  }
}
