package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plenum.api.network.Activation;
import java.util.List;

/** A layer's activation: {@code "activation": "relu"}. */
final class ActivationJson {
  static final String KEY = "activation";
  static final List<String> KEYS = List.of(KEY);

  private ActivationJson() {}

  /** The layer's activation; linear, if it says nothing. */
  static Activation read(JsonValue layer) {
    return layer.optional(KEY).map(ActivationJson::of).orElse(Activation.LINEAR);
  }

  static Activation of(JsonValue value) {
    return value.oneOf(List.of(Activation.values()));
  }

  static void put(ObjectNode node, Activation activation) {
    node.put(KEY, activation.toString());
  }
}
