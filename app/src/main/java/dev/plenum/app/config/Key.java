package dev.plenum.app.config;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that can be set: an option ({@code --batch-size}), a name in configuration files ({@code
 * batch-size}) and an environment variable ({@code PLENUM_BATCH_SIZE}) alike. {@link Keys} has all.
 *
 * @param <T> what its values are
 */
public final class Key<T> {
  private static final String VARIABLE_PREFIX = "PLENUM_";

  private final String name;
  private final Group group;
  private final Kind<T> kind;
  private final Optional<String> fallback;
  private final String description;

  Key(String name, Group group, Kind<T> kind, Optional<String> fallback, String description) {
    this.name = name;
    this.group = group;
    this.kind = kind;
    this.fallback = fallback;
    this.description = description;
  }

  /** Its name in configuration files: {@code batch-size}. */
  public String key() {
    return name;
  }

  /** Its command-line option: {@code --batch-size}. */
  public String option() {
    return "--" + name;
  }

  /** Its environment variable: {@code PLENUM_BATCH_SIZE}. */
  public String variable() {
    return VARIABLE_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** What it is about. */
  public Group group() {
    return group;
  }

  /** What its values are. */
  Kind<T> kind() {
    return kind;
  }

  /** What it is where nobody has set it; empty if it has no value then. */
  public Optional<String> fallback() {
    return fallback;
  }

  /** What stands for the value in the usage message; empty for a flag. */
  public String valueLabel() {
    return kind.label();
  }

  /** What it does, in one line. */
  public String description() {
    return description;
  }

  /** Whether it is simply there or not. */
  public boolean isFlag() {
    return kind.equals(Kind.FLAG);
  }

  @Override
  public String toString() {
    return name;
  }

  /** Whether an environment variable is meant for Plenum. */
  public static boolean isVariable(String name) {
    return name.startsWith(VARIABLE_PREFIX);
  }
}
