package dev.plenum.experiment.parameter;

import java.util.Optional;

/**
 * Something that can be chosen by its name: {@code learning-rate}.
 *
 * @param part what it is about
 * @param name what it is called
 * @param kind what its values are
 * @param fallback what it is where nobody has chosen; empty if it has no value then
 * @param description what it does, in one line
 * @param <T> what its values are
 */
public record Parameter<T>(
    Part part, String name, Kind<T> kind, Optional<String> fallback, String description) {

  @Override
  public String toString() {
    return name;
  }
}
