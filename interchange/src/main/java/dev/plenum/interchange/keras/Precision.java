package dev.plenum.interchange.keras;

import dev.plenum.persistence.JsonValue;
import java.util.List;

/**
 * The numbers that a layer computes with, its "dtype". Weights in float16 and float64 are read, the
 * latter rounded to float32; those in bfloat16 cannot be, and quantised ones are no plain weights.
 */
final class Precision {
  static final String FLOAT32 = "float32";

  private static final List<String> READABLE =
      List.of(FLOAT32, "mixed_float16", "mixed_bfloat16", "float16", "float64");

  private Precision() {}

  /**
   * A layer's.
   *
   * @throws dev.plenum.persistence.InvalidJsonException if its weights cannot be read
   */
  static String of(JsonValue layer) {
    return layer
        .required("config")
        .optional("dtype")
        .filter(type -> !type.isNull())
        .map(type -> {
          String name = name(type);
          if (!READABLE.contains(name)) {
            throw type.expected("layer '%s': weights of %s in Keras"
                .formatted(KerasConfig.name(layer), String.join(", ", READABLE)));
          }
          return name;
        })
        .orElse(FLOAT32);
  }

  /** A policy by itself, or its description. */
  static String name(JsonValue type) {
    if (type.isObject()) {
      JsonValue config = type.required("config");
      return config
          .optional("name")
          .or(() -> config.optional("mode"))
          .map(JsonValue::text)
          .orElse("");
    }
    return type.isNull() ? FLOAT32 : type.text();
  }
}
