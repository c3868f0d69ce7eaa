package dev.plenum.app.train;

import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.augmentation.ImageNormalisation;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The settings of how all images are brought to one scale. */
final class Normalisations {
  private static final Changes<ImageNormalisation> CHANGES = new Changes<ImageNormalisation>()
      .with(Key.SAMPLEWISE_CENTER, Boolean.class, when(ImageNormalisation::samplewiseCenter))
      .with(
          Key.SAMPLEWISE_STD_NORMALIZATION, Boolean.class, when(ImageNormalisation::samplewiseStd))
      .with(Key.FEATUREWISE_CENTER, Boolean.class, when(ImageNormalisation::featurewiseCenter))
      .with(
          Key.FEATUREWISE_STD_NORMALIZATION,
          Boolean.class,
          when(ImageNormalisation::featurewiseStd))
      .with(Key.ZCA_WHITENING, Boolean.class, when(ImageNormalisation::zca));

  private static final Changes<ImageNormalisation> WHITENING = new Changes<ImageNormalisation>()
      .with(Key.ZCA_EPSILON, Double.class, ImageNormalisation::zca);

  private Normalisations() {}

  private static BiFunction<ImageNormalisation, Boolean, ImageNormalisation> when(
      UnaryOperator<ImageNormalisation> change) {
    return (normalisation, isOn) -> isOn ? change.apply(normalisation) : normalisation;
  }

  /**
   * What the settings ask for; empty if values of pixels stay as they are.
   *
   * @throws dev.plenum.app.config.UsageException if a value is out of range, or has no effect
   */
  static Optional<ImageNormalisation> of(Settings settings) {
    boolean whitens = settings.find(Key.ZCA_WHITENING, Boolean.class).orElse(false);
    if (!whitens && settings.isChosen(Key.ZCA_EPSILON)) {
      throw settings.refuse(
          Key.ZCA_EPSILON, "it has no effect without zca-whitening: set that too, or leave it out");
    }
    ImageNormalisation chosen = CHANGES.apply(ImageNormalisation.none(), settings);
    ImageNormalisation normalisation = whitens ? WHITENING.apply(chosen, settings) : chosen;
    return normalisation.describe().equals(ImageNormalisation.none().describe())
        ? Optional.empty()
        : Optional.of(normalisation);
  }
}
