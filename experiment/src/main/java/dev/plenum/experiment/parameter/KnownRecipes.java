package dev.plenum.experiment.parameter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
  private static final int SEEDS = 10;
  private static final String FOLDER = "/dev/plenum/experiment/recipe/";

  private KnownRecipes() {}

  /** {@return the names of all} */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * {@return what a recipe sets: the parameters of {@link RecipeParameters} by their names, {@code network}
   * and {@code dataset}, and of a committee {@code members} or {@code kinds}; empty if there is none of that
   * name}
   *
   * @param name one of {@link #names}, or any other
   */
  public static Optional<Map<String, String>> named(String name) {
    return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
  }

  /**
   * {@return the accuracy on the test images that a recipe is for, 0 … 1: its name ends in percent of it}
   *
   * @param name one of {@link #names}
   */
  public static double target(String name) {
    return new BigDecimal(name.substring(name.lastIndexOf('-') + 1))
        .movePointLeft(2)
        .doubleValue();
  }

  /**
   * {@return how many networks a recipe trains: 1, or the members of its committee}
   *
   * @param name one of {@link #names}
   */
  public static int networks(String name) {
    Map<String, String> settings = read(name);
    String kinds = settings.get("kinds");
    return kinds == null
        ? Integer.parseInt(settings.getOrDefault("members", "1"))
        : Kind.COUNTS.read(kinds, Path.of("")).values().stream()
            .mapToInt(count -> count)
            .sum();
  }

  /**
   * {@return from how many seeds a recipe is run to be judged: 10 where it trains one network, else 1}
   *
   * @param name one of {@link #names}
   */
  public static int seeds(String name) {
    return networks(name) == 1 ? SEEDS : 1;
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
