package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plenum.api.network.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * How one kind of layer or merge is written and read: a row of the table of kinds, see {@link
 * OperationJson}.
 *
 * @param type the record's class
 * @param name Keras's name of it, as {@link Operation#type} gives it
 * @param keys the settings that it can have, in Keras's words
 * @param writer puts its settings into an object
 * @param reader makes it of an object that has its settings, perhaps among others
 */
record OperationKind<T extends Operation>(
    Class<T> type,
    String name,
    List<String> keys,
    BiConsumer<T, ObjectNode> writer,
    Function<JsonValue, T> reader) {

  /** A kind that has nothing to choose. */
  static <T extends Operation> OperationKind<T> plain(Class<T> type, T instance) {
    return new OperationKind<>(
        type, instance.type(), List.of(), (layer, settings) -> {}, settings -> instance);
  }

  /** The names of several groups of settings. */
  @SafeVarargs
  static List<String> keys(List<String>... groups) {
    List<String> keys = new ArrayList<>();
    for (List<String> group : groups) {
      keys.addAll(group);
    }
    return List.copyOf(keys);
  }

  /** Puts the settings of an operation, which is of this kind, into an object. */
  void write(Operation operation, ObjectNode settings) {
    writer.accept(type.cast(operation), settings);
  }

  /**
   * Makes an operation of its settings.
   *
   * @throws InvalidJsonException if one is missing or out of range
   */
  T read(JsonValue settings) {
    return settings.make(() -> reader.apply(settings));
  }
}
