package dev.plenum.app.train;

import dev.plenum.api.network.Sequential;
import dev.plenum.app.config.EarlierSettings;

/**
 * All that the result of a training follows from.
 *
 * @param configuration the settings
 * @param network what is trained
 * @param imagesSha256 identifies the images as they are stored
 * @param pixelsSha256 identifies what they become
 */
public record TrainingOrigin(
    EarlierSettings configuration, Sequential network, String imagesSha256, String pixelsSha256) {

  /** That of a training that is asked for. */
  public static TrainingOrigin of(Recipe recipe, TrainingData data) {
    return new TrainingOrigin(
        recipe.configuration(data.limit()),
        Trainer.network(recipe, data),
        data.whole().sha256(),
        data.whole().pixelsSha256());
  }
}
