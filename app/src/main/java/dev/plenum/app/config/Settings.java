package dev.plenum.app.config;

import dev.plenum.experiment.parameter.Kind;
import dev.plenum.experiment.parameter.Parameter;
import dev.plenum.experiment.parameter.Parameters;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a command was told, checked: a value for every key that was set or has a default. Whether the
 * things named exist (a backend, a dataset, a file) is found out where they are made; {@link #refuse}
 * words the error.
 */
public final class Settings implements Parameters {
  private final Map<Key<?>, Value> values;
  private final Map<Key<?>, Object> read;
  private final Path workingDirectory;

  private Settings(Map<Key<?>, Value> values, Map<Key<?>, Object> read, Path workingDirectory) {
    this.values = Collections.unmodifiableMap(values);
    this.read = read;
    this.workingDirectory = workingDirectory;
  }

  /**
   * Checks all values.
   *
   * @param found for every key that has a default, and those that were set
   * @param workingDirectory relative paths start there
   * @throws UsageException if one is out of range; the message has the key, where it was set, what
   *     was found and what is allowed
   */
  static Settings of(Map<Key<?>, Value> found, Path workingDirectory) {
    Map<Key<?>, Value> ordered = new LinkedHashMap<>();
    Map<Key<?>, Object> read = new LinkedHashMap<>();
    for (Key<?> key : Keys.all()) {
      Value value = found.get(key);
      if (value != null) {
        ordered.put(key, value);
        read.put(key, read(key.key(), key.kind(), value, workingDirectory));
      }
    }
    return new Settings(ordered, read, workingDirectory);
  }

  /**
   * A value of a kind.
   *
   * @throws UsageException if it is out of range
   */
  static <T> T read(String key, Kind<T> kind, Value value, Path workingDirectory) {
    try {
      return kind.read(value.text(), workingDirectory);
    } catch (IllegalArgumentException e) {
      throw new UsageException("%s must be %s, found '%s' (%s)"
          .formatted(key, e.getMessage(), value.text(), value.origin()));
    }
  }

  /** The same with these keys alone; all others have their built-in defaults, or none. */
  public Settings only(Collection<Key<?>> keys) {
    Map<Key<?>, Value> kept = Keys.defaults();
    values.forEach((key, value) -> {
      if (keys.contains(key)) {
        kept.put(key, value);
      }
    });
    return of(kept, workingDirectory);
  }

  /**
   * The same with these instead of others.
   *
   * @throws UsageException if one is out of range
   */
  public Settings with(Map<Key<?>, Value> others) {
    Map<Key<?>, Value> merged = new LinkedHashMap<>(values);
    merged.putAll(others);
    return of(merged, workingDirectory);
  }

  /** Everything as it was found, in the order of {@link Keys#all}. */
  public Map<Key<?>, Value> values() {
    return values;
  }

  /** The value of a key, if there is one. */
  @SuppressWarnings("unchecked") // a key's own kind has read it
  public <T> Optional<T> find(Key<T> key) {
    return Optional.ofNullable((T) read.get(key));
  }

  @Override
  public <T> Optional<T> find(Parameter<T> parameter) {
    return find(Key.of(parameter));
  }

  @Override
  public boolean isChosen(Parameter<?> parameter) {
    return isChosen(Key.of(parameter));
  }

  @Override
  public UsageException refuse(Parameter<?> parameter, String problem) {
    return refuse(Key.of(parameter), problem);
  }

  /** The value of a key that has a default. */
  public <T> T get(Key<T> key) {
    return find(key)
        .orElseThrow(() -> new IllegalStateException("'%s' has no default".formatted(key)));
  }

  /** The values of a key that may have several; empty if it was not set. */
  public <T> List<T> all(Key<List<T>> key) {
    return find(key).orElse(List.of());
  }

  /** Whether a flag is set. */
  public boolean has(Key<Boolean> flag) {
    return find(flag).orElse(false);
  }

  /** Whether the user chose a value, rather than leaving it to the built-in defaults. */
  public boolean isChosen(Key<?> key) {
    Value value = values.get(key);
    return value != null && !value.isBuiltIn();
  }

  /** Whether the value was given as an option on the command line. */
  public boolean isOption(Key<?> key) {
    Value value = values.get(key);
    return value != null && value.isOption(key);
  }

  /** The value of a key if the user chose one. */
  public <T> Optional<T> chosen(Key<T> key) {
    return isChosen(key) ? find(key) : Optional.empty();
  }

  /** An error about a key's value that says where the value was set. */
  public UsageException refuse(Key<?> key, String problem) {
    Value value = values.get(key);
    String origin = value == null ? "not set" : value.origin();
    return new UsageException("%s: %s (%s)".formatted(key.key(), problem, origin));
  }

  /** An error about a key's value that was found by what the value was meant for. */
  public UsageException refuse(Key<?> key, RuntimeException finding) {
    return refuse(key, String.valueOf(finding.getMessage()));
  }

  /**
   * What is made of a key's value.
   *
   * @throws UsageException if the maker throws an {@link IllegalArgumentException}
   */
  public <T> T make(Key<?> key, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw refuse(key, e);
    }
  }

  /**
   * Checks a key's value.
   *
   * @throws UsageException if the check throws an {@link IllegalArgumentException}
   */
  public void check(Key<?> key, Runnable check) {
    make(key, () -> {
      check.run();
      return true;
    });
  }
}
