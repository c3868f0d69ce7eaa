package dev.plenum.experiment.comparison;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The backends of a comparison.
 *
 * @param available those that can be used, by name, in the order of the report
 * @param missing why the others cannot, by name
 */
public record Contestants(Map<String, Backend> available, Map<String, String> missing) {

  /**
   * Copies the maps, keeping their order.
   *
   * @param available those that can be used, by name, in the order of the report
   * @param missing why the others cannot, by name
   */
  public Contestants {
    available = Collections.unmodifiableMap(new LinkedHashMap<>(available));
    missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
  }

  /**
   * {@return the backends of these names}
   *
   * @param names each once; empty for all that are available
   */
  public static Contestants of(List<String> names) {
    List<Backend> all = Backends.all();
    Map<String, Backend> available = new LinkedHashMap<>();
    Map<String, String> missing = new LinkedHashMap<>();
    for (String name : names.isEmpty() ? available(all) : names) {
      Optional<Backend> found =
          all.stream().filter(one -> one.name().equals(name)).findFirst();
      if (found.isPresent() && found.get().availability().isAvailable()) {
        available.put(name, found.get());
      } else {
        missing.put(name, found.map(Contestants::objection).orElse(unknown(all)));
      }
    }
    return new Contestants(available, missing);
  }

  private static List<String> available(List<Backend> all) {
    return all.stream()
        .filter(backend -> backend.availability().isAvailable())
        .map(Backend::name)
        .toList();
  }

  private static String objection(Backend backend) {
    return "%s. %s"
        .formatted(backend.availability().detail(), backend.availability().remedy());
  }

  private static String unknown(List<Backend> all) {
    return "there is no such backend on the class path; there are "
        + all.stream().map(Backend::name).collect(Collectors.joining(", "));
  }

  /**
   * {@return those of some settings that a backend takes}
   *
   * @param backend is asked about each of them by itself
   * @param settings by its names for them
   */
  public static Map<String, String> taken(Backend backend, Map<String, String> settings) {
    Map<String, String> taken = new LinkedHashMap<>();
    settings.forEach((name, value) -> {
      if (refusal(backend, name, value).isEmpty()) {
        taken.put(name, value);
      }
    });
    return taken;
  }

  /**
   * Requires that every backend takes a setting.
   *
   * @param setting what backends call it
   * @param value as a user writes it
   * @throws IllegalArgumentException if one refuses it; the message has what each of these says
   */
  public void requireOfAll(String setting, String value) {
    List<String> refusals = refusals(setting, value);
    if (!refusals.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", refusals));
    }
  }

  /**
   * Requires that some backend takes a setting.
   *
   * @param setting what backends call it
   * @param value as a user writes it
   * @throws IllegalArgumentException if all refuse it; the message has what each of them says
   */
  public void requireOfOne(String setting, String value) {
    List<String> refusals = refusals(setting, value);
    if (refusals.size() == available.size()) {
      throw new IllegalArgumentException("no backend of this comparison takes %s=%s: %s"
          .formatted(setting, value, String.join("; ", refusals)));
    }
  }

  private List<String> refusals(String setting, String value) {
    return available.values().stream()
        .flatMap(backend -> refusal(backend, setting, value).stream())
        .toList();
  }

  private static Optional<String> refusal(Backend backend, String setting, String value) {
    try {
      backend.withSettings(Map.of(setting, value));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(backend.name() + ": " + e.getMessage());
    }
  }
}
