package dev.plenum.experiment.parameter;

import dev.plenum.augmentation.ImageNormalisation;
import java.util.Optional;

/** The parameters of how all images are brought to one scale. */
final class Normalisations {
  private static final Changes<ImageNormalisation> CHANGES = new Changes<ImageNormalisation>()
      .when(RecipeParameters.SAMPLEWISE_CENTER, ImageNormalisation::samplewiseCenter)
      .when(RecipeParameters.SAMPLEWISE_STD_NORMALIZATION, ImageNormalisation::samplewiseStd)
      .when(RecipeParameters.FEATUREWISE_CENTER, ImageNormalisation::featurewiseCenter)
      .when(RecipeParameters.FEATUREWISE_STD_NORMALIZATION, ImageNormalisation::featurewiseStd)
      .when(RecipeParameters.ZCA_WHITENING, ImageNormalisation::zca)
      .with(RecipeParameters.ZCA_EPSILON, ImageNormalisation::zca);

  private Normalisations() {}

  /**
   * What the parameters ask for; empty if values of pixels stay as they are.
   *
   * @throws RuntimeException that of {@link Parameters#refuse} if a value is out of range, or has no
   *     effect
   */
  static Optional<ImageNormalisation> of(Parameters parameters) {
    if (!parameters.has(RecipeParameters.ZCA_WHITENING)
        && parameters.isChosen(RecipeParameters.ZCA_EPSILON)) {
      throw parameters.refuse(
          RecipeParameters.ZCA_EPSILON,
          "it has no effect without zca-whitening: set that too, or leave it out");
    }
    ImageNormalisation normalisation = CHANGES.apply(ImageNormalisation.none(), parameters);
    return normalisation.describe().equals(ImageNormalisation.none().describe())
        ? Optional.empty()
        : Optional.of(normalisation);
  }
}
