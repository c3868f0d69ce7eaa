package dev.plenum.experiment.parameter;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Values of {@link Parameter}s: those that were chosen, and the defaults of the others. */
public interface Parameters {

  /**
   * {@return the value of a parameter, if there is one}
   *
   * @param <T> what its values are
   * @param parameter where nobody has chosen, its default counts, if it has one
   */
  <T> Optional<T> find(Parameter<T> parameter);

  /**
   * {@return whether a value was chosen, rather than left to the default}
   *
   * @param parameter the one whose value it is
   */
  boolean isChosen(Parameter<?> parameter);

  /**
   * {@return an error about a parameter's value, for the caller to throw; the message names the parameter}
   *
   * @param parameter the one whose value is refused
   * @param problem why it is, and what to do, in words
   */
  RuntimeException refuse(Parameter<?> parameter, String problem);

  /**
   * {@return the value of a parameter that has a default}
   *
   * @param <T> what its values are
   * @param parameter one with a default, or for which a value was chosen
   * @throws IllegalStateException if it has neither
   */
  default <T> T get(Parameter<T> parameter) {
    return find(parameter)
        .orElseThrow(() -> new IllegalStateException("'%s' has no default".formatted(parameter)));
  }

  /**
   * {@return the values of a parameter that may have several; empty if none was chosen}
   *
   * @param <T> what each of its values is
   * @param parameter one whose value is a list
   */
  default <T> List<T> all(Parameter<List<T>> parameter) {
    return find(parameter).orElse(List.of());
  }

  /**
   * {@return whether a flag is set}
   *
   * @param flag not set where it has no default, and nobody has chosen
   */
  default boolean has(Parameter<Boolean> flag) {
    return find(flag).orElse(false);
  }

  /**
   * {@return what is made of a parameter's value; an {@link IllegalArgumentException} of the maker becomes
   * {@link #refuse}'s}
   *
   * @param <T> what is made
   * @param parameter the one that the error is about
   * @param maker makes it
   */
  default <T> T make(Parameter<?> parameter, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw refuse(parameter, String.valueOf(e.getMessage()));
    }
  }
}
