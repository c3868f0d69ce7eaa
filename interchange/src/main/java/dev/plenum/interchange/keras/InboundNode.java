package dev.plenum.interchange.keras;

import dev.plenum.persistence.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One use of a layer in a Functional model: whose outputs it gets. */
final class InboundNode {
  private static final int LEGACY_LENGTH = 4;

  private InboundNode() {}

  /**
   * The names of the layers whose outputs a layer gets, with the places where they are named.
   *
   * @param node in the form of Keras 3, or of Keras 2 and older
   * @throws dev.plenum.persistence.InvalidJsonException if it gets anything else, or an option that
   *     changes what it computes
   */
  static List<JsonValue> inputs(JsonValue node) {
    if (node.isList()) {
      return node.elements().stream().map(InboundNode::legacyInput).toList();
    }
    requireNoOptions(node.required("kwargs"));
    List<JsonValue> inputs = new ArrayList<>();
    tensors(node.required("args")).forEach(tensor -> {
      JsonValue history = tensor.required("config").required("keras_history");
      inputs.add(output(history));
    });
    return inputs;
  }

  private static Stream<JsonValue> tensors(JsonValue value) {
    return value.isList()
        ? value.elements().stream().flatMap(InboundNode::tensors)
        : Stream.of(value);
  }

  /** {@code ["conv2d", 0, 0, {}]}. */
  private static JsonValue legacyInput(JsonValue input) {
    List<JsonValue> parts = input.elements();
    if (parts.size() == LEGACY_LENGTH) {
      requireNoOptions(parts.get(LEGACY_LENGTH - 1));
    }
    return output(input);
  }

  /** The layer of {@code [layer, use, output]}; each has one use, as is checked elsewhere. */
  private static JsonValue output(JsonValue history) {
    List<JsonValue> parts = history.elements();
    KerasConfig.require(
        parts.size() > 2 && parts.get(2).intValue() == 0,
        history,
        "the first output of a layer, [name, 0, 0],");
    return parts.get(0);
  }

  private static void requireNoOptions(JsonValue options) {
    for (String key : options.keys()) {
      JsonValue option = options.required(key);
      KerasConfig.require(option.isNull() || !option.booleanValue(), option, "false or null");
    }
  }
}
