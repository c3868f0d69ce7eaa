package dev.plenum.experiment.parameter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What some parameters change about a thing that has values of its own for all that is not chosen. They
 * are made in the order in which they were given here.
 *
 * @param <T> the thing, which is immutable and refuses what is out of range
 */
final class Changes<T> {
  private final Map<Parameter<?>, BiFunction<T, Parameters, T>> changes = new LinkedHashMap<>();

  /** Adds the change that a parameter makes. */
  <V> Changes<T> with(Parameter<V> key, BiFunction<T, V, T> change) {
    changes.put(
        key,
        (thing, parameters) ->
            parameters.find(key).map(value -> change.apply(thing, value)).orElse(thing));
    return this;
  }

  /** Adds the change that a flag makes where it is set. */
  Changes<T> when(Parameter<Boolean> flag, UnaryOperator<T> change) {
    return with(flag, (thing, isSet) -> isSet ? change.apply(thing) : thing);
  }

  /** The first of them that was chosen. */
  Optional<Parameter<?>> firstChosen(Parameters parameters) {
    return changes.keySet().stream().filter(parameters::isChosen).findFirst();
  }

  /**
   * What switches the thing on, if anything does.
   *
   * @param flag does so by itself
   * @param monitor is one more of the thing's own parameters
   */
  Optional<Parameter<?>> reason(
      Parameters parameters, Parameter<Boolean> flag, Parameter<?> monitor) {
    return parameters.has(flag)
        ? Optional.of(flag)
        : firstChosen(parameters)
            .or(() ->
                Stream.<Parameter<?>>of(monitor).filter(parameters::isChosen).findFirst());
  }

  /**
   * Makes all changes.
   *
   * @throws RuntimeException that of {@link Parameters#refuse} if a value is refused; the message names
   *     the parameter
   */
  T apply(T start, Parameters parameters) {
    T changed = start;
    for (Map.Entry<Parameter<?>, BiFunction<T, Parameters, T>> change : changes.entrySet()) {
      try {
        changed = change.getValue().apply(changed, parameters);
      } catch (IllegalArgumentException e) {
        throw parameters.refuse(change.getKey(), String.valueOf(e.getMessage()));
      }
    }
    return changed;
  }

  /**
   * The same where one of several things was chosen, each with other parameters of a part.
   *
   * @param choice the parameter that chose it
   * @param owner what messages call it
   * @throws RuntimeException that of {@link Parameters#refuse} if another of the part's parameters is
   *     chosen, or a value is refused
   */
  T applyAlone(T start, Parameters parameters, Part part, Parameter<?> choice, String owner) {
    RecipeParameters.in(part).stream()
        .filter(key -> !key.equals(choice) && !changes.containsKey(key) && parameters.isChosen(key))
        .findFirst()
        .ifPresent(key -> {
          String own =
              changes.keySet().stream().map(Parameter::name).collect(Collectors.joining(", "));
          throw parameters.refuse(key, "%s has no such setting; it has %s".formatted(owner, own));
        });
    return apply(start, parameters);
  }
}
