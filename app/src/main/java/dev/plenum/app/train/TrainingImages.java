package dev.plenum.app.train;

import dev.plenum.api.data.TrainTest;
import dev.plenum.api.random.Seed;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.experiment.TrainingData;

/** The images that settings ask for. */
public final class TrainingImages {
  private TrainingImages() {}

  /**
   * Takes them.
   *
   * @throws dev.plenum.app.config.UsageException if there are not enough
   */
  public static TrainingData of(TrainTest whole, Settings settings) {
    return validation(limited(TrainingData.of(whole), settings), settings);
  }

  private static TrainingData limited(TrainingData data, Settings settings) {
    try {
      return settings.find(Keys.LIMIT).map(data::first).orElse(data);
    } catch (IllegalArgumentException e) {
      throw settings.refuse(Keys.LIMIT, e);
    }
  }

  private static TrainingData validation(TrainingData data, Settings settings) {
    try {
      return data.validation(
          settings.get(Keys.VALIDATION), Seed.seed(settings.get(Keys.SPLIT_SEED)));
    } catch (IllegalArgumentException e) {
      throw settings.refuse(Keys.VALIDATION, e);
    }
  }
}
