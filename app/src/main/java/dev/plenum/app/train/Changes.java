package dev.plenum.app.train;

import dev.plenum.app.config.Group;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What some settings change about a thing that has values of its own for all that is not set. They
 * are made in the order in which they were given here.
 *
 * @param <T> the thing, which is immutable and refuses what is out of range
 */
final class Changes<T> {
  private final Map<Key<?>, BiFunction<T, Settings, T>> changes = new LinkedHashMap<>();

  /** Adds the change that a key makes. */
  <V> Changes<T> with(Key<V> key, BiFunction<T, V, T> change) {
    changes.put(
        key,
        (thing, settings) ->
            settings.find(key).map(value -> change.apply(thing, value)).orElse(thing));
    return this;
  }

  /** Adds the change that a flag makes where it is set. */
  Changes<T> when(Key<Boolean> flag, UnaryOperator<T> change) {
    return with(flag, (thing, isSet) -> isSet ? change.apply(thing) : thing);
  }

  /** The first of the keys that the user has set. */
  Optional<Key<?>> firstChosen(Settings settings) {
    return changes.keySet().stream().filter(settings::isChosen).findFirst();
  }

  /**
   * What switches the thing on, if anything does.
   *
   * @param flag does so by itself
   * @param monitor is one more of the thing's own settings
   */
  Optional<Key<?>> reason(Settings settings, Key<Boolean> flag, Key<?> monitor) {
    return settings.has(flag)
        ? Optional.of(flag)
        : firstChosen(settings)
            .or(() -> Stream.<Key<?>>of(monitor).filter(settings::isChosen).findFirst());
  }

  /**
   * Makes all changes.
   *
   * @throws UsageException if a value is refused; the message names the key and where it was set
   */
  T apply(T start, Settings settings) {
    T changed = start;
    for (Map.Entry<Key<?>, BiFunction<T, Settings, T>> change : changes.entrySet()) {
      try {
        changed = change.getValue().apply(changed, settings);
      } catch (IllegalArgumentException e) {
        throw settings.refuse(change.getKey(), e);
      }
    }
    return changed;
  }

  /**
   * The same where one of several things was chosen, each with other keys of a group.
   *
   * @param choice the key that chose it
   * @param owner what messages call it
   * @throws UsageException if another of the group's keys is set, or a value is refused
   */
  T applyAlone(T start, Settings settings, Group group, Key<?> choice, String owner) {
    Keys.in(group).stream()
        .filter(key -> !key.equals(choice) && !changes.containsKey(key) && settings.isChosen(key))
        .findFirst()
        .ifPresent(key -> {
          String own = changes.keySet().stream().map(Key::key).collect(Collectors.joining(", "));
          throw settings.refuse(key, "%s has no such setting; it has %s".formatted(owner, own));
        });
    return apply(start, settings);
  }
}
