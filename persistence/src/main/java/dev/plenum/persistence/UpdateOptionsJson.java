package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plenum.api.optimizer.Clipping;
import dev.plenum.api.optimizer.UpdateOptions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an optimizer does beside its formula, among its settings and in Keras's words; what it does not
 * do is not written.
 *
 * <pre>{@code
 * "clipnorm": 1.0, "weight_decay": 0.004, "exclude_from_weight_decay": ["bias"], "use_ema": true, "ema_momentum": 0.99
 * }</pre>
 */
final class UpdateOptionsJson {
  private static final Map<Clipping.Kind, String> CLIPPING = new EnumMap<>(Map.of(
      Clipping.Kind.VALUE, "clipvalue",
      Clipping.Kind.NORM, "clipnorm",
      Clipping.Kind.GLOBAL_NORM, "global_clipnorm"));
  private static final String DECAY = "weight_decay";
  private static final String EXCLUDED = "exclude_from_weight_decay";
  private static final String EMA = "use_ema";
  private static final String MOMENTUM = "ema_momentum";
  private static final double DEFAULT_MOMENTUM = 0.99;

  static final List<String> KEYS =
      OperationKind.keys(List.copyOf(CLIPPING.values()), List.of(DECAY, EXCLUDED, EMA, MOMENTUM));

  private UpdateOptionsJson() {}

  static UpdateOptions read(JsonValue optimizer) {
    return new UpdateOptions(
        clipping(optimizer),
        optimizer.number(DECAY, 0),
        optimizer.optional(EXCLUDED).stream()
            .flatMap(names -> names.elements().stream())
            .map(JsonValue::text)
            .toList(),
        optimizer.flag(EMA, false)
            ? Optional.of(optimizer.number(MOMENTUM, DEFAULT_MOMENTUM))
            : Optional.empty());
  }

  private static Clipping clipping(JsonValue optimizer) {
    List<Clipping> found = CLIPPING.entrySet().stream()
        .flatMap(kind -> optimizer.optional(kind.getValue()).stream()
            .map(limit -> new Clipping(kind.getKey(), limit.doubleValue())))
        .toList();
    if (found.size() > 1) {
      throw optimizer.error(
          "only one of " + String.join(", ", CLIPPING.values()) + " can be there");
    }
    return found.isEmpty() ? Clipping.NONE : found.get(0);
  }

  static void put(ObjectNode node, UpdateOptions options) {
    Clipping clipping = options.clipping();
    if (CLIPPING.containsKey(clipping.kind())) {
      node.put(CLIPPING.get(clipping.kind()), clipping.limit());
    }
    if (options.weightDecay() != 0) {
      node.put(DECAY, options.weightDecay());
    }
    if (!options.excludedFromDecay().isEmpty()) {
      ArrayNode excluded = node.putArray(EXCLUDED);
      options.excludedFromDecay().forEach(excluded::add);
    }
    options.emaMomentum().ifPresent(momentum -> node.put(EMA, true).put(MOMENTUM, momentum));
  }
}
