package dev.plenum.app.train;

import dev.plenum.api.callback.ReduceLROnPlateau;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.app.config.EarlierSettings;
import dev.plenum.app.config.Group;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.Value;
import dev.plenum.app.network.BuiltInNetwork;
import dev.plenum.app.network.NetworkSource;
import dev.plenum.augmentation.ImageAugmentation;
import dev.plenum.persistence.JsonObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How one network is trained.
 *
 * @param settings all that it follows from, the network's file and a recorded optimizer aside
 * @param network what is trained
 * @param optimizer how it learns
 * @param augmentation how the training images are changed, if they are
 * @param reduction how the learning rate is reduced, if it is
 */
public record Recipe(
    Settings settings,
    NetworkSource network,
    OptimizerSpec optimizer,
    Optional<ImageAugmentation> augmentation,
    Optional<ReduceLROnPlateau> reduction) {
  /** The settings that the training of a network depends on, or that computing it does. */
  public static final List<Key> KEYS = Stream.of(
          Group.DATA,
          Group.BACKEND,
          Group.TRAINING,
          Group.OPTIMIZER,
          Group.AUGMENTATION,
          Group.PLATEAU)
      .flatMap(group -> Key.in(group).stream())
      .toList();

  /**
   * What the settings ask for.
   *
   * @throws dev.plenum.app.config.UsageException if they contradict each other
   */
  public static Recipe of(Settings settings, NetworkSource network, OptimizerSpec optimizer) {
    return new Recipe(
        settings, network, optimizer, Augmentations.of(settings), Plateaus.of(settings));
  }

  /** What weights, order, augmentation and dropout follow from. */
  public long seed() {
    return settings.seed();
  }

  /** The same with another seed. */
  public Recipe seed(long other) {
    Map<Key, String> seed = Map.of(Key.SEED, String.valueOf(other));
    return of(settings.with(seed, "the number of the network"), network, optimizer);
  }

  /**
   * The settings with which {@code plenum train} trains this network.
   *
   * @param limit how many training images are used, if not all
   */
  EarlierSettings configuration(OptionalInt limit) {
    Map<Key, String> values = new EnumMap<>(Key.class);
    for (Key key : KEYS) {
      Value value = settings.values().get(key);
      if (value != null) {
        values.put(key, value.text());
      }
    }
    if (network instanceof BuiltInNetwork) { // not always that of the settings
      values.put(Key.NETWORK, network.displayName());
    }
    values.remove(Key.LIMIT);
    limit.ifPresent(images -> values.put(Key.LIMIT, String.valueOf(images)));
    return new EarlierSettings(values, FinishedRun.RECORD);
  }

  /** The augmentation's parameters for the run's provenance. */
  Optional<JsonObject> augmentationRecord() {
    return augmentation.map(changes -> json(changes.describe()));
  }

  /** The callbacks' settings for the run's provenance. */
  List<JsonObject> callbackRecords() {
    return reduction.stream().map(callback -> json(callback.describe())).toList();
  }

  private static JsonObject json(Map<String, Object> parameters) {
    JsonObject json = JsonObject.empty();
    for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
      json = with(json, parameter.getKey(), parameter.getValue());
    }
    return json;
  }

  private static JsonObject with(JsonObject json, String key, Object value) {
    if (value instanceof List<?> range) {
      return json.withNumbers(
          key, range.stream().map(bound -> ((Number) bound).doubleValue()).toList());
    } else if (value instanceof Boolean flag) {
      return json.with(key, flag);
    } else if (value instanceof Integer whole) {
      return json.with(key, whole);
    } else if (value instanceof Double number) {
      return json.with(key, number);
    }
    return json.with(key, value.toString());
  }
}
