package dev.plenum.experiment.parameter;

import dev.plenum.api.service.Nearest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Parameters of a recipe, chosen by their names. */
public final class NamedParameters implements Parameters {
  private final Map<Parameter<?>, Object> chosen;

  private NamedParameters(Map<Parameter<?>, Object> chosen) {
    this.chosen = chosen;
  }

  /**
   * {@return those with these values, as texts: {@code Map.of("optimizer", "sgd", "learning-rate", "0.05")}}
   *
   * @param values by the parameters' names
   * @throws IllegalArgumentException if there is no parameter of a name, or a value is out of range; the
   *     message has the name, what was found and what is allowed
   */
  public static NamedParameters of(Map<String, String> values) {
    Map<Parameter<?>, Object> chosen = new LinkedHashMap<>();
    values.forEach((name, text) -> {
      Parameter<?> parameter = named(name);
      chosen.put(parameter, read(parameter, text));
    });
    return new NamedParameters(chosen);
  }

  private static Parameter<?> named(String name) {
    return RecipeParameters.all().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no parameter '%s'%s"
            .formatted(
                name,
                Nearest.to(
                        name,
                        RecipeParameters.all().stream().map(Parameter::name).toList())
                    .map("; the nearest is '%s'"::formatted)
                    .orElse(""))));
  }

  private static <T> T read(Parameter<T> parameter, String text) {
    try {
      return parameter.kind().read(text, Path.of(""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s must be %s, found '%s'".formatted(parameter, e.getMessage(), text), e);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // a parameter's own kind has read it
  public <T> Optional<T> find(Parameter<T> parameter) {
    return Optional.ofNullable((T) chosen.get(parameter))
        .or(() -> parameter.fallback().map(text -> read(parameter, text)));
  }

  @Override
  public boolean isChosen(Parameter<?> parameter) {
    return chosen.containsKey(parameter);
  }

  @Override
  public IllegalArgumentException refuse(Parameter<?> parameter, String problem) {
    return new IllegalArgumentException("%s: %s".formatted(parameter, problem));
  }
}
