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

  /** Copies the maps, keeping their order. */
  public Contestants {
    available = Collections.unmodifiableMap(new LinkedHashMap<>(available));
    missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
  }

  /**
   * Those of these names.
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
   * Why a backend does not take a setting; empty if it does.
   *
   * @param setting by the backend's name for it
   */
  public static Optional<String> refusal(Backend backend, String setting, String value) {
    try {
      backend.withSettings(Map.of(setting, value));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(backend.name() + ": " + e.getMessage());
    }
  }

  /** Why those of the available backends that do not take a setting do not. */
  public List<String> refusals(String setting, String value) {
    return available.values().stream()
        .flatMap(backend -> refusal(backend, setting, value).stream())
        .toList();
  }
}
