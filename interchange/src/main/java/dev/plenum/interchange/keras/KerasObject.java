package dev.plenum.interchange.keras;

import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Shape;
import dev.plenum.persistence.NetworkJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects that Keras's descriptions are made of, as maps from keys to values. */
final class KerasObject {
  private KerasObject() {}

  /** An object of one of Keras's classes. */
  static Map<String, Object> of(String module, String className, Map<String, ?> config) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("module", module);
    object.put("class_name", className);
    object.put("config", config);
    return object;
  }

  /** A shape with the batch before it. */
  static List<@Nullable Integer> batch(Shape shape) {
    List<@Nullable Integer> sizes = new ArrayList<>();
    sizes.add(null);
    sizes.addAll(shape.dimensions());
    return sizes;
  }

  /** What a layer gives to another one. */
  static Map<String, Object> tensor(String maker, Shape shape) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("shape", batch(shape));
    config.put("dtype", "float32");
    config.put("keras_history", List.of(maker, 0, 0));
    Map<String, Object> tensor = new LinkedHashMap<>();
    tensor.put("class_name", "__keras_tensor__");
    tensor.put("config", config);
    return tensor;
  }

  /**
   * A layer's own settings.
   *
   * @param name the layer's, for messages
   * @throws IllegalArgumentException if Keras has no name for its activation
   */
  static Map<String, Object> settings(String name, Operation layer) {
    Map<String, Object> settings = NetworkJson.settings(layer).toMap();
    if ("gelu_tanh".equals(settings.get("activation"))) {
      throw new IllegalArgumentException(
          "Keras has no name for the activation of layer '%s' (%s), the tanh form of GELU"
              .formatted(name, layer.type()));
    }
    settings.replaceAll(KerasObject::described);
    return settings;
  }

  /** A setting that Keras describes by a class. */
  private static Object described(String key, Object value) {
    if (!(value instanceof Map<?, ?> own)) {
      return value;
    }
    Map<String, Object> config = new LinkedHashMap<>();
    if (key.endsWith("_regularizer")) {
      own.forEach((factor, number) -> config.put(String.valueOf(factor), number));
      return of("keras.regularizers", "L1L2", config);
    }
    config.put("value", own.values().iterator().next()); // of {"constant": value}
    return of("keras.initializers", "Constant", config);
  }
}
