package dev.plenum.interchange.keras;

import dev.plenum.api.network.VarianceScaling;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A layer's settings as Keras writes them, said as {@link dev.plenum.persistence.NetworkJson} reads
 * them. Initial values and regularizers that are not known there are left out: they do not matter for
 * what a trained network computes.
 */
final class LayerSettings {
  private static final String CLASS = "class_name";
  private static final String CONFIG = "config";
  private static final String ACTIVATION = "activation";
  private static final Map<String, String> OTHER_NAMES =
      Map.of("swish", "silu", "hard_swish", "hard_silu");
  private static final Set<String> INITIALIZERS = Stream.concat(
          Arrays.stream(VarianceScaling.values()).map(VarianceScaling::toString),
          Stream.of("zeros", "ones"))
      .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> REGULARIZERS = Set.of("L1", "L2", "L1L2");

  private LayerSettings() {}

  /** The settings of a layer of that class, at the same place of the document. */
  static JsonValue of(String type, JsonValue settings) {
    Map<String, Object> content = JsonObject.of(settings).toMap();
    content.values().removeIf(Objects::isNull);
    nameActivation(content);
    describeKernels(content, "_initializer", LayerSettings::initializer);
    describeKernels(content, "_regularizer", LayerSettings::regularizer);
    if (type.equals("LeakyReLU") && content.containsKey("alpha")) { // Keras 2's word
      content.put("negative_slope", content.remove("alpha"));
    }
    return settings.replacedBy(JsonObject.of(content));
  }

  /** What is described as one of Keras's functions is its name. */
  private static void nameActivation(Map<String, Object> content) {
    Object activation = content.get(ACTIVATION);
    if (activation instanceof Map<?, ?> function && "function".equals(function.get(CLASS))) {
      activation = function.get(CONFIG);
    }
    if (activation instanceof String name) {
      content.put(ACTIVATION, OTHER_NAMES.getOrDefault(name, name));
    }
  }

  /** Kernels of one layer that are described differently are as usual here. */
  private static void describeKernels(
      Map<String, Object> content, String what, Function<Object, Optional<Object>> reader) {
    List<String> keys = Stream.of("kernel", "depthwise", "pointwise")
        .map(kernel -> kernel + what)
        .filter(content::containsKey)
        .toList();
    List<Optional<Object>> known =
        keys.stream().map(content::get).map(reader).distinct().toList();
    content.keySet().removeAll(keys);
    if (known.size() == 1) {
      known.get(0).ifPresent(value -> keys.forEach(key -> content.put(key, value)));
    }
  }

  private static Optional<Object> initializer(Object described) {
    String name = described instanceof Map<?, ?> object
        ? StoreNames.snakeCase(String.valueOf(object.get(CLASS)))
        : described.toString();
    if (name.equals("constant")) {
      return setting(described, "value").map(value -> Map.of("constant", value));
    }
    return INITIALIZERS.contains(name) ? Optional.of(name) : Optional.empty();
  }

  private static Optional<Object> regularizer(Object described) {
    if (!(described instanceof Map<?, ?> object)
        || !REGULARIZERS.contains(String.valueOf(object.get(CLASS)))) {
      return Optional.empty();
    }
    Map<String, Object> factors = new TreeMap<>();
    for (String factor : List.of("l1", "l2")) {
      setting(described, factor).ifPresent(value -> factors.put(factor, value));
    }
    return Optional.of(factors);
  }

  /** A number among the settings of something that is described by its class. */
  private static Optional<Number> setting(Object described, String key) {
    return described instanceof Map<?, ?> object
            && object.get(CONFIG) instanceof Map<?, ?> settings
            && settings.get(key) instanceof Number number
        ? Optional.of(number)
        : Optional.empty();
  }
}
