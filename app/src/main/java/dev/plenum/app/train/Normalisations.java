package dev.plenum.app.train;

import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.augmentation.ImageNormalisation;
import java.util.Optional;

/** The settings of how all images are brought to one scale. */
final class Normalisations {
  private static final Changes<ImageNormalisation> CHANGES = new Changes<ImageNormalisation>()
      .when(Keys.SAMPLEWISE_CENTER, ImageNormalisation::samplewiseCenter)
      .when(Keys.SAMPLEWISE_STD_NORMALIZATION, ImageNormalisation::samplewiseStd)
      .when(Keys.FEATUREWISE_CENTER, ImageNormalisation::featurewiseCenter)
      .when(Keys.FEATUREWISE_STD_NORMALIZATION, ImageNormalisation::featurewiseStd)
      .when(Keys.ZCA_WHITENING, ImageNormalisation::zca)
      .with(Keys.ZCA_EPSILON, ImageNormalisation::zca);

  private Normalisations() {}

  /**
   * What the settings ask for; empty if values of pixels stay as they are.
   *
   * @throws dev.plenum.app.config.UsageException if a value is out of range, or has no effect
   */
  static Optional<ImageNormalisation> of(Settings settings) {
    if (!settings.has(Keys.ZCA_WHITENING) && settings.isChosen(Keys.ZCA_EPSILON)) {
      throw settings.refuse(
          Keys.ZCA_EPSILON,
          "it has no effect without zca-whitening: set that too, or leave it out");
    }
    ImageNormalisation normalisation = CHANGES.apply(ImageNormalisation.none(), settings);
    return normalisation.describe().equals(ImageNormalisation.none().describe())
        ? Optional.empty()
        : Optional.of(normalisation);
  }
}
