package dev.plenum.app.config;

import dev.plenum.experiment.parameter.Kind;
import dev.plenum.experiment.parameter.Parameter;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that can be set: an option ({@code --batch-size}), a name in configuration files ({@code
 * batch-size}) and an environment variable ({@code PLENUM_BATCH_SIZE}) alike. {@link Keys} has all.
 *
 * @param key its name in configuration files
 * @param group what it is about
 * @param kind what its values are
 * @param fallback what it is where nobody has set it; empty if it has no value then
 * @param description what it does, in one line
 * @param <T> what its values are
 */
public record Key<T>(
    String key, Group group, Kind<T> kind, Optional<String> fallback, String description) {
  private static final String VARIABLE_PREFIX = "PLENUM_";

  /** The key of a recipe's parameter. */
  public static <T> Key<T> of(Parameter<T> parameter) {
    return new Key<>(
        parameter.name(),
        Group.valueOf(parameter.part().name()),
        parameter.kind(),
        parameter.fallback(),
        parameter.description());
  }

  /** Its command-line option: {@code --batch-size}. */
  public String option() {
    return "--" + key;
  }

  /** Its environment variable: {@code PLENUM_BATCH_SIZE}. */
  public String variable() {
    return VARIABLE_PREFIX + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** Whether it is simply there or not. */
  public boolean isFlag() {
    return kind.equals(Kind.FLAG);
  }

  @Override
  public String toString() {
    return key;
  }

  /** Whether an environment variable is meant for Plenum. */
  public static boolean isVariable(String name) {
    return name.startsWith(VARIABLE_PREFIX);
  }
}
