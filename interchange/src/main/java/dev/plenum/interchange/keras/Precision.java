package dev.plenum.interchange.keras;

import dev.plenum.persistence.InputFile;
import dev.plenum.persistence.InvalidModelFileException;
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
   * @throws InvalidModelFileException if its weights cannot be read
   */
  static String of(JsonValue layer, InputFile file) throws InvalidModelFileException {
    String name =
        layer.required("config").optional("dtype").map(Precision::name).orElse(FLOAT32);
    if (!READABLE.contains(name)) {
      throw file.refused(
          "layer '%s' (%s) has the unreadable precision %s; what can be read is %s"
              .formatted(
                  KerasGraph.name(layer),
                  layer.required("class_name").text(),
                  name,
                  String.join(", ", READABLE)),
          "Make the same model in float32 in Keras, give it the weights (set_weights), and save that");
    }
    return name;
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
