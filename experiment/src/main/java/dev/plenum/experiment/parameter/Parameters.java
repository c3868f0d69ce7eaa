package dev.plenum.experiment.parameter;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Values of {@link Parameter}s: those that were chosen, and the defaults of the others. */
public interface Parameters {

  /** The value of a parameter, if there is one. */
  <T> Optional<T> find(Parameter<T> parameter);

  /** Whether a value was chosen, rather than left to the default. */
  boolean isChosen(Parameter<?> parameter);

  /** An error about a parameter's value; the message names the parameter. */
  RuntimeException refuse(Parameter<?> parameter, String problem);

  /** The value of a parameter that has a default. */
  default <T> T get(Parameter<T> parameter) {
    return find(parameter)
        .orElseThrow(() -> new IllegalStateException("'%s' has no default".formatted(parameter)));
  }

  /** The values of a parameter that may have several; empty if none was chosen. */
  default <T> List<T> all(Parameter<List<T>> parameter) {
    return find(parameter).orElse(List.of());
  }

  /** Whether a flag is set. */
  default boolean has(Parameter<Boolean> flag) {
    return find(flag).orElse(false);
  }

  /**
   * What is made of a parameter's value; an {@link IllegalArgumentException} of the maker becomes {@link
   * #refuse}'s.
   */
  default <T> T make(Parameter<?> parameter, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw refuse(parameter, String.valueOf(e.getMessage()));
    }
  }
}
