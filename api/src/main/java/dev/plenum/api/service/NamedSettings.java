package dev.plenum.api.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The name of something that others provide, with its settings: {@code noise:deviation=0.1,seed=2}.
 *
 * @param name what it is called
 * @param settings by name, in the order given
 */
public record NamedSettings(String name, Map<String, String> settings) {

  /**
   * Copies the map, keeping its order.
   *
   * @param name what it is called
   * @param settings by name, in the order given
   */
  public NamedSettings {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /**
   * {@return the names, each with its settings, that a text lists with commas between} A part without an
   * equals sign, or with a colon before it, begins another one.
   *
   * @param text such as {@code noise:deviation=0.1,seed=2,mirror}
   * @throws IllegalArgumentException if a part has neither name nor value, or a setting is there twice
   */
  public static List<NamedSettings> parse(String text) {
    List<NamedSettings> all = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String setting = part;
      if (beginsAnother(part)) {
        String[] parts = part.split(":", 2);
        all.add(new NamedSettings(required(parts[0]), Map.of()));
        if (parts.length == 1) {
          continue;
        }
        setting = parts[1];
      }
      if (all.isEmpty()) {
        throw new IllegalArgumentException("a name must come first");
      }
      all.add(all.remove(all.size() - 1).with(setting));
    }
    return List.copyOf(all);
  }

  /**
   * Makes all that is asked for, in the order given.
   *
   * @param <P> what a provider is
   * @param <T> what providers make
   * @param asked names with settings
   * @param providers those that there are
   * @param naming what each is called
   * @param making has one make it from settings
   * @return what was made, one for each name asked for
   * @throws IllegalArgumentException if there is no provider of a name, or it refuses the settings; the
   *     message lists what there is
   */
  public static <P, T> List<T> makeAll(
      List<NamedSettings> asked,
      List<P> providers,
      Function<P, String> naming,
      BiFunction<P, Map<String, String>, T> making) {
    return asked.stream().map(one -> one.make(providers, naming, making)).toList();
  }

  private <P, T> T make(
      List<P> providers, Function<P, String> naming, BiFunction<P, Map<String, String>, T> making) {
    P provider = providers.stream()
        .filter(one -> naming.apply(one).equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("nothing on the class path provides '%s'; found: %s"
                .formatted(
                    name,
                    providers.isEmpty()
                        ? "none"
                        : providers.stream().map(naming).collect(Collectors.joining(", ")))));
    try {
      return making.apply(provider, settings);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private static boolean beginsAnother(String part) {
    int equals = part.indexOf('=');
    int colon = part.indexOf(':');
    return equals < 0 || (colon >= 0 && colon < equals);
  }

  private NamedSettings with(String setting) {
    String[] parts = setting.split("=", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException("the setting '%s' has no value".formatted(setting));
    }
    Map<String, String> more = new LinkedHashMap<>(settings);
    if (more.put(required(parts[0]), required(parts[1])) != null) {
      throw new IllegalArgumentException("the setting '%s' is there twice".formatted(parts[0]));
    }
    return new NamedSettings(name, more);
  }

  private static String required(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a name or a value is missing");
    }
    return text.strip();
  }
}
