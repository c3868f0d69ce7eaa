package dev.plenum.api.provenance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What something is called where a training is recorded, and what it is made with. A training is resumed
 * and repeated with what has the same description only, so that nothing may be missing from it which
 * changes the weights.
 */
public interface Described {

  /**
   * {@return its parameters by Keras's names, in a fixed order: strings, numbers, truth values, lists of
   * these, and maps like this one} Its name alone, unless overridden.
   */
  default Map<String, Object> describe() {
    return named(name(getClass()));
  }

  /**
   * {@return a description that begins with a name}
   *
   * @param name the first value, under the key {@code name}
   * @param parameters names and values in turn
   */
  static Map<String, Object> named(String name, Object... parameters) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", name);
    for (int i = 0; i < parameters.length; i += 2) {
      all.put((String) parameters[i], parameters[i + 1]);
    }
    return Collections.unmodifiableMap(all);
  }

  /** The class's name; that of a lambda expression is another one in every run. */
  private static String name(Class<?> type) {
    return type.isHidden() || type.isSynthetic() || type.isAnonymousClass()
        ? "function"
        : type.getSimpleName();
  }
}
