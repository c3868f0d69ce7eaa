package dev.plenum.app.train;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.Split;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.random.Seed;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.persistence.RunRecord.Data;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The images of a run.
 *
 * @param whole where they are from
 * @param train to train on
 * @param validation the dataset's own, else set aside from the training images; empty if none were
 *     asked for
 * @param test to measure the result by
 */
public record TrainingData(
    TrainTest whole, Dataset train, Optional<Dataset> validation, Dataset test) {

  /**
   * Takes the images that the settings ask for.
   *
   * @throws dev.plenum.app.config.UsageException if there are not enough
   */
  public static TrainingData of(TrainTest whole, Settings settings) {
    return of(whole, settings, settings.limit());
  }

  /**
   * The same with a limit of its own.
   *
   * @param limit the first images only, if there is one
   */
  public static TrainingData of(TrainTest whole, Settings settings, OptionalInt limit) {
    Dataset images = limited(whole, settings, limit);
    if (settings.validation() == 0) {
      return new TrainingData(whole, images, Optional.empty(), whole.test());
    }
    if (whole.validation().isPresent()) {
      return new TrainingData(whole, images, whole.validation(), whole.test());
    }
    Split split = split(images, settings);
    return new TrainingData(whole, split.train(), Optional.of(split.validation()), whole.test());
  }

  private static Dataset limited(TrainTest whole, Settings settings, OptionalInt wanted) {
    if (wanted.isEmpty()) {
      return whole.train();
    }
    int limit = wanted.getAsInt();
    if (limit > whole.train().size()) {
      throw settings.refuse(
          Key.LIMIT,
          String.format(
              Locale.ROOT,
              "the first %d images were asked for, but '%s' has %d training images",
              limit,
              whole.name(),
              whole.train().size()));
    }
    return whole.train().first(limit);
  }

  private static Split split(Dataset images, Settings settings) {
    try {
      return images.split(settings.validation(), Seed.seed(settings.splitSeed()));
    } catch (IllegalArgumentException e) {
      throw settings.refuse(Key.VALIDATION, e);
    }
  }

  /** The number of validation images, perhaps 0. */
  public int validationSize() {
    return validation.map(Dataset::size).orElse(0);
  }

  private boolean hasOwnValidation() {
    return validation.isPresent() && validation.equals(whole.validation());
  }

  /** How many of the training images are used, validation images included, if not all. */
  OptionalInt limit() {
    int used = train.size() + (hasOwnValidation() ? 0 : validationSize());
    return used < whole.train().size() ? OptionalInt.of(used) : OptionalInt.empty();
  }

  /** What a run's provenance tells of them. */
  Data record() {
    return new Data(
        whole.name(),
        whole.sha256(),
        Optional.of(whole.pixelsSha256()),
        train.size(),
        validationSize(),
        hasOwnValidation(),
        test.size());
  }
}
