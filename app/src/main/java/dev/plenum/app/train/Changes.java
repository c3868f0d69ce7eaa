package dev.plenum.app.train;

import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What some settings change about a thing that has values of its own for all that is not set. They
 * are made in the order in which they were given here.
 *
 * @param <T> the thing, which is immutable and refuses what is out of range
 */
final class Changes<T> {
  private final Map<Key, Change<T>> changes = new LinkedHashMap<>();

  private interface Change<T> {
    Optional<T> of(T thing, Key key, Settings settings);
  }

  /** Adds the change that a key makes whose values are of this type. */
  <V> Changes<T> with(Key key, Class<V> type, BiFunction<T, V, T> change) {
    changes.put(
        key,
        (thing, own, settings) ->
            settings.find(own, type).map(value -> change.apply(thing, value)));
    return this;
  }

  /** The keys that change something. */
  Set<Key> keys() {
    return changes.keySet();
  }

  /** The first of the keys that the user has set. */
  Optional<Key> firstChosen(Settings settings) {
    return changes.keySet().stream().filter(settings::isChosen).findFirst();
  }

  /**
   * Makes all changes.
   *
   * @throws UsageException if a value is refused; the message names the key and where it was set
   */
  T apply(T start, Settings settings) {
    T changed = start;
    for (Map.Entry<Key, Change<T>> change : changes.entrySet()) {
      try {
        changed = change.getValue().of(changed, change.getKey(), settings).orElse(changed);
      } catch (IllegalArgumentException e) {
        throw settings.refuse(change.getKey(), e);
      }
    }
    return changed;
  }
}
