package dev.plenum.app.train;

import dev.plenum.api.callback.ReduceLROnPlateau;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.app.config.EarlierSettings;
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

/**
 * How one network is trained.
 *
 * @param network what is trained
 * @param optimizer how it learns
 * @param seed what weights, order, augmentation and dropout follow from
 * @param epochs passes over the training images
 * @param batchSize images per step
 * @param augments whether the training images are changed as in the reference experiment
 * @param reducesLearningRate whether the learning rate is reduced as in the reference experiment
 */
public record Recipe(
    NetworkSource network,
    OptimizerSpec optimizer,
    long seed,
    int epochs,
    int batchSize,
    boolean augments,
    boolean reducesLearningRate) {
  /** The settings that the training of a network depends on, or that computing it does. */
  public static final List<Key> KEYS = List.of(
      Key.BACKEND,
      Key.KERNELS,
      Key.THREADS,
      Key.NETWORK,
      Key.DATASET,
      Key.DATA_DIR,
      Key.IMAGE_SIZE,
      Key.LIMIT,
      Key.VALIDATION,
      Key.SPLIT_SEED,
      Key.EPOCHS,
      Key.BATCH_SIZE,
      Key.OPTIMIZER,
      Key.LEARNING_RATE,
      Key.SEED,
      Key.AUGMENT,
      Key.REDUCE_LR);

  private static final String MONITOR = "val_accuracy";
  private static final int PATIENCE = 3;
  private static final double FACTOR = 0.5;
  private static final double MIN_LR = 1e-5;

  /**
   * What the settings ask for.
   *
   * @throws dev.plenum.app.config.UsageException if they contradict each other
   */
  public static Recipe of(Settings settings, NetworkSource network, OptimizerSpec optimizer) {
    if (settings.reduceLr() && settings.validation() == 0) {
      throw settings.refuse(
          Key.REDUCE_LR,
          "the learning rate is reduced by the accuracy on the validation images, of which none are"
              + " set aside: choose a validation greater than 0");
    }
    return new Recipe(
        network,
        optimizer,
        settings.seed(),
        settings.epochs(),
        settings.batchSize(),
        settings.augment(),
        settings.reduceLr());
  }

  /** The same with another seed. */
  public Recipe seed(long other) {
    return new Recipe(network, optimizer, other, epochs, batchSize, augments, reducesLearningRate);
  }

  /**
   * The settings with which {@code plenum train} trains this network.
   *
   * @param settings those of the present command
   * @param limit how many training images are used, if not all
   */
  EarlierSettings configuration(Settings settings, OptionalInt limit) {
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
    values.put(Key.SEED, String.valueOf(seed));
    values.put(Key.EPOCHS, String.valueOf(epochs));
    values.put(Key.BATCH_SIZE, String.valueOf(batchSize));
    values.put(Key.AUGMENT, String.valueOf(augments));
    values.put(Key.REDUCE_LR, String.valueOf(reducesLearningRate));
    return new EarlierSettings(values, FinishedRun.RECORD);
  }

  Optional<ImageAugmentation> augmentation() {
    return augments ? Optional.of(ImageAugmentation.referenceExperiment()) : Optional.empty();
  }

  Optional<ReduceLROnPlateau> reduction() {
    return reducesLearningRate
        ? Optional.of(
            ReduceLROnPlateau.monitor(MONITOR).patience(PATIENCE).factor(FACTOR).minLr(MIN_LR))
        : Optional.empty();
  }

  /** The augmentation's parameters for the run's provenance. */
  Optional<JsonObject> augmentationRecord() {
    return augmentation().map(augmentation -> json(augmentation.describe()));
  }

  /** The callbacks' settings for the run's provenance. */
  List<JsonObject> callbackRecords() {
    return reducesLearningRate
        ? List.of(JsonObject.empty()
            .with("name", "ReduceLROnPlateau")
            .with("monitor", MONITOR)
            .with("patience", PATIENCE)
            .with("factor", FACTOR)
            .with("min_lr", MIN_LR))
        : List.of();
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
