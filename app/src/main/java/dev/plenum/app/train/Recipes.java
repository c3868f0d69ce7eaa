package dev.plenum.app.train;

import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.app.config.Group;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.Value;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.NetworkSource;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.parameter.NamedRecipe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The recipes that settings ask for. */
public final class Recipes {
  /** The settings that the training of a network depends on, or that computing it does. */
  public static final List<Key<?>> KEYS = Stream.of(
          Group.DATA,
          Group.BACKEND,
          Group.TRAINING,
          Group.OPTIMIZER,
          Group.UPDATE,
          Group.AUGMENTATION,
          Group.NORMALISATION,
          Group.PLATEAU,
          Group.SCHEDULE,
          Group.STOPPING)
      .flatMap(group -> Keys.in(group).stream())
      .toList();

  private Recipes() {}

  /**
   * What the settings ask for.
   *
   * @throws dev.plenum.app.config.UsageException if they contradict each other
   */
  public static Recipe of(Settings settings, NetworkSource network, OptimizerSpec optimizer) {
    return NamedRecipe.of(settings, network, optimizer)
        .configuration(configuration(settings, network, limit(settings)));
  }

  private static OptionalInt limit(Settings settings) {
    return settings.find(Keys.LIMIT).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  /**
   * The settings with which {@code plenum train} trains this network.
   *
   * @param limit how many training images are used, if not all
   */
  public static Map<String, String> configuration(
      Settings settings, NetworkSource network, OptionalInt limit) {
    Map<String, String> configuration = new LinkedHashMap<>();
    for (Key<?> key : Keys.all()) {
      Value value = settings.values().get(key);
      if (value != null && KEYS.contains(key) && !key.equals(Keys.LIMIT)) {
        configuration.put(key.key(), value.text());
      } else if (key.equals(Keys.LIMIT) && limit.isPresent()) {
        configuration.put(key.key(), String.valueOf(limit.getAsInt()));
      }
    }
    if (network instanceof BuiltInNetwork) { // not always that of the settings
      configuration.put(Keys.NETWORK.key(), network.displayName());
    }
    return configuration;
  }
}
