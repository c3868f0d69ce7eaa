package dev.plenum.interchange.keras;

import dev.plenum.persistence.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a Functional model's layers must be to be a Network's: one after another. */
final class LayerChain {
  private LayerChain() {}

  /**
   * Checks that there are one input and one output, and that each layer is called once.
   *
   * @param config the model's
   * @param layers at least one
   * @throws dev.plenum.persistence.InvalidJsonException if not; the message names the layers
   */
  static void requireOneUse(JsonValue config, List<JsonValue> layers) {
    requireOneInput(layers);
    for (JsonValue layer : layers.subList(1, layers.size())) {
      JsonValue nodes = layer.required("inbound_nodes");
      int calls = nodes.elements().size();
      if (calls != 1) {
        throw nodes.error(String.format(
            Locale.ROOT,
            "the layer '%s' is used at %d places; each layer must be used at one place",
            KerasConfig.name(layer),
            calls));
      }
    }
    JsonValue outputs = config.required("output_layers");
    if (first(outputs).isList() && outputs.elements().size() > 1) {
      throw outputs.error("there is more than one output: "
          + outputs.elements().stream()
              .map(output -> first(output).text())
              .collect(Collectors.joining(", ")));
    }
  }

  private static void requireOneInput(List<JsonValue> layers) {
    List<JsonValue> inputs = layers.stream()
        .filter(layer -> layer.required("class_name").text().equals(KerasConfig.INPUT_LAYER))
        .toList();
    if (inputs.size() > 1) {
      throw inputs
          .get(1)
          .error("there is more than one input: "
              + inputs.stream().map(KerasConfig::name).collect(Collectors.joining(", ")));
    }
  }

  /**
   * Checks that each layer takes what the one before gives.
   *
   * @param config the model's
   * @param layers at least one
   * @throws dev.plenum.persistence.InvalidJsonException if there are branches, or a layer is called in
   *     another mode than the model's
   */
  static void requireInLine(JsonValue config, List<JsonValue> layers) {
    for (int i = 1; i < layers.size(); i++) {
      JsonValue node = first(layers.get(i).required("inbound_nodes"));
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
    String found = first.isList() ? first(first).text() : first.text();
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
