package dev.plenum.interchange.dl4j;

import dev.plenum.persistence.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** The class that an object of the configuration is of; nothing is ever loaded by it. */
final class ClassName {
  private static final String KEY = "@class";

  private ClassName() {}

  /**
   * The simple name: {@code DenseLayer}.
   *
   * @throws dev.plenum.persistence.InvalidJsonException if there is none, or it is none of
   *     Deeplearning4j's
   */
  static String of(JsonValue object) {
    JsonValue type = object.required(KEY);
    String name = type.text();
    if (!name.startsWith("org.deeplearning4j.nn.") && !name.startsWith("org.nd4j.linalg.")) {
      throw type.error("the class '%s' is none of Deeplearning4j's own".formatted(name));
    }
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The beginning of an object that is of a class. */
  static Map<String, Object> object(String name) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(KEY, name);
    return object;
  }
}
