package dev.plenum.persistence;

import dev.plenum.api.Callback;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the callbacks of a training remember, by their names: {@code ReduceLROnPlateau}; those of one
 * class are numbered, {@code ReduceLROnPlateau_1}. What remembers nothing is left out.
 */
final class CallbackStates {
  private CallbackStates() {}

  static Map<String, Callback.State> of(List<Callback> callbacks) {
    Map<String, Callback.State> states = new LinkedHashMap<>();
    byName(callbacks).forEach((name, callback) -> {
      Callback.State state = callback.state();
      if (!state.numbers().isEmpty() || !state.tensors().byName().isEmpty()) {
        states.put(name, state);
      }
    });
    return states;
  }

  static void restore(List<Callback> callbacks, Map<String, Callback.State> states) {
    Map<String, Callback> named = byName(callbacks);
    for (String name : states.keySet()) {
      if (!named.containsKey(name)) {
        throw new IllegalArgumentException(
            "the checkpoint is of another training: it has the state of a callback %s, here there are %s"
                .formatted(name, named.keySet()));
      }
    }
    named.forEach((name, callback) -> {
      Callback.State state = states.get(name);
      if (state != null) {
        callback.setState(state);
      }
    });
  }

  private static Map<String, Callback> byName(List<Callback> callbacks) {
    Map<String, Callback> named = new LinkedHashMap<>();
    for (Callback callback : callbacks) {
      String type = callback.getClass().getName();
      String base = type.substring(type.lastIndexOf('.') + 1);
      String name = base;
      for (int i = 1; named.containsKey(name); i++) {
        name = base + "_" + i;
      }
      named.put(name, callback);
    }
    return named;
  }
}
