package dev.plenum.experiment.parameter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Recipes with names, made for MNIST and chosen by validation images alone: what a training takes to reach an
 * accuracy. Each is a file of parameters beside this class.
 */
public final class KnownRecipes {
  private static final List<String> NAMES =
      List.of("speedrun-99", "speedrun-99.5", "committee-99.75", "committee-99.8");
  private static final String FOLDER = "/dev/plenum/experiment/recipe/";

  private KnownRecipes() {}

  /** The names of all. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * What a recipe sets: the parameters of {@link RecipeParameters} by their names, {@code network} and
   * {@code dataset}, and of a committee {@code members} or {@code kinds}; empty if there is none of that
   * name.
   */
  public static Optional<Map<String, String>> named(String name) {
    return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
  }

  private static Map<String, String> read(String name) {
    Properties properties = new Properties();
    try (InputStream in = Objects.requireNonNull(
        KnownRecipes.class.getResourceAsStream(FOLDER + name + ".properties"))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> settings = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
    return settings;
  }
}
