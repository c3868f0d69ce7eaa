package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.Rescaling;
import java.util.List;

/** The kinds that bring values to another scale, by numbers that are given. */
final class ScalingKinds {
  private static final String SCALE = "scale";
  private static final String OFFSET = "offset";
  private static final String MEAN = "mean";
  private static final String VARIANCE = "variance";

  static final List<OperationKind<?>> ALL = List.of(
      new OperationKind<>(
          Rescaling.class,
          "Rescaling",
          List.of(SCALE, OFFSET),
          (layer, node) -> node.put(SCALE, layer.scale()).put(OFFSET, layer.offset()),
          settings ->
              new Rescaling(settings.required(SCALE).doubleValue(), settings.number(OFFSET, 0))),
      new OperationKind<>(
          Normalization.class,
          "Normalization",
          List.of(MEAN, VARIANCE),
          (layer, node) -> {
            putNumbers(node, MEAN, layer.mean());
            putNumbers(node, VARIANCE, layer.variance());
          },
          settings -> new Normalization(numbers(settings, MEAN), numbers(settings, VARIANCE))));

  private ScalingKinds() {}

  private static List<Double> numbers(JsonValue settings, String key) {
    return settings.required(key).elements().stream()
        .map(JsonValue::doubleValue)
        .toList();
  }

  private static void putNumbers(ObjectNode node, String key, List<Double> numbers) {
    ArrayNode array = node.putArray(key);
    numbers.forEach(array::add);
  }
}
