package dev.plenum.interchange.keras;

import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.persistence.InvalidModelFileException;
import dev.plenum.persistence.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Keras's layer Normalization. Its statistics are among its settings, or, where they were measured
 * ({@code adapt}), among the weights.
 */
final class KerasNormalization {
  /** Mean, variance, and how many images they were measured on. */
  private static final int VARIABLES = 3;

  private KerasNormalization() {}

  static Normalization of(
      JsonValue settings, Shape input, WeightSource.Place place, WeightSource weights)
      throws InvalidModelFileException {
    KerasLayer.requireSupported("Normalization", settings, input);
    settings
        .optional("invert")
        .ifPresent(invert -> KerasConfig.require(!invert.booleanValue(), invert, "false"));
    int channels = input.lastDimension();
    Optional<List<Double>> mean = given(settings, "mean", channels);
    Optional<List<Double>> variance = given(settings, "variance", channels);
    if (mean.isPresent() && variance.isPresent()) {
      return settings.make(() -> new Normalization(mean.get(), variance.get()));
    }
    Shape each = Shape.of(channels);
    List<Tensor> measured = weights.read(place, List.of(each, each), VARIABLES);
    return settings.make(() -> new Normalization(values(measured.get(0)), values(measured.get(1))));
  }

  private static Optional<List<Double>> given(JsonValue settings, String key, int channels) {
    return settings
        .optional(key)
        .filter(value -> !value.isNull())
        .map(value -> value.isList()
            ? value.elements().stream().map(JsonValue::doubleValue).toList()
            : Collections.nCopies(channels, value.doubleValue()));
  }

  private static List<Double> values(Tensor tensor) {
    List<Double> values = new ArrayList<>();
    for (float value : tensor.toArray()) {
      values.add((double) value);
    }
    return values;
  }
}
