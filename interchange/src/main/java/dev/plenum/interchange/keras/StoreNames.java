package dev.plenum.interchange.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names that Keras 3 gives to the layers of one model in a file of weights: the class in snake case,
 * with a counter from the second one of its class on, in Keras's order of the layers. What a layer is
 * called in Keras does not matter.
 */
final class StoreNames {
  private StoreNames() {}

  /**
   * The name of each layer.
   *
   * @param classes the layers' classes
   * @param order the positions of the layers in Keras's order
   */
  static List<String> of(List<String> classes, List<Integer> order) {
    List<String> names = new ArrayList<>(classes);
    Map<String, Integer> used = new HashMap<>();
    for (int position : order) {
      String name = snakeCase(classes.get(position));
      int before = used.merge(name, 1, Integer::sum) - 1;
      names.set(position, before == 0 ? name : name + "_" + before);
    }
    return names;
  }

  /** {@code max_pooling2d} of {@code MaxPooling2D}, as Keras makes it. */
  static String snakeCase(String name) {
    return name.replaceAll("\\W+", "")
        .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
