package dev.plenum.experiment.parameter;

import dev.plenum.augmentation.FillMode;
import dev.plenum.augmentation.ImageAugmentation;
import java.util.List;
import java.util.Optional;

/** The parameters of random changes to training images. */
final class Augmentations {
  /** What moves pixels. */
  private static final Changes<ImageAugmentation> GEOMETRY = new Changes<ImageAugmentation>()
      .with(RecipeParameters.ROTATION, ImageAugmentation::rotation)
      .with(RecipeParameters.WIDTH_SHIFT, ImageAugmentation::widthShift)
      .with(RecipeParameters.HEIGHT_SHIFT, ImageAugmentation::heightShift)
      .with(RecipeParameters.SHEAR, ImageAugmentation::shear)
      .with(RecipeParameters.ZOOM, Augmentations::zoom)
      .with(RecipeParameters.ELASTIC, ImageAugmentation::elastic);

  private static final Changes<ImageAugmentation> OTHER = new Changes<ImageAugmentation>()
      .with(
          RecipeParameters.BRIGHTNESS,
          (augmentation, range) -> augmentation.brightness(range.get(0), range.get(1)))
      .with(RecipeParameters.CHANNEL_SHIFT, ImageAugmentation::channelShift)
      .with(RecipeParameters.HORIZONTAL_FLIP, ImageAugmentation::horizontalFlip)
      .with(RecipeParameters.VERTICAL_FLIP, ImageAugmentation::verticalFlip)
      .with(RecipeParameters.CUTOUT, ImageAugmentation::cutout);

  /** Details, each of a change that is switched on by another parameter. */
  private static final Changes<ImageAugmentation> ELASTIC = new Changes<ImageAugmentation>()
      .with(RecipeParameters.ELASTIC_GRID, ImageAugmentation::elasticGrid);

  private static final Changes<ImageAugmentation> CUTOUT = new Changes<ImageAugmentation>()
      .with(RecipeParameters.CUTOUT_PROBABILITY, ImageAugmentation::cutoutProbability)
      .with(RecipeParameters.CUTOUT_VALUE, ImageAugmentation::cutoutValue);

  /** How pixels are moved, if they are. */
  private static final Changes<ImageAugmentation> SAMPLING = new Changes<ImageAugmentation>()
      .with(RecipeParameters.FILL_MODE, ImageAugmentation::fillMode)
      .with(RecipeParameters.FILL_VALUE, ImageAugmentation::fillValue)
      .with(RecipeParameters.INTERPOLATION, ImageAugmentation::interpolation);

  private Augmentations() {}

  /**
   * What the parameters ask for; empty if no image is changed.
   *
   * @throws RuntimeException that of {@link Parameters#refuse} if a value is out of range, or one has no
   *     effect
   */
  static Optional<ImageAugmentation> of(Parameters parameters) {
    ImageAugmentation start = parameters.has(RecipeParameters.AUGMENT)
        ? ImageAugmentation.referenceExperiment()
        : ImageAugmentation.none();
    ImageAugmentation moved = GEOMETRY.apply(start, parameters);
    requireEffect(parameters, !moved.equals(ImageAugmentation.none()));
    requireSwitch(parameters, RecipeParameters.ELASTIC, ELASTIC);
    requireSwitch(parameters, RecipeParameters.CUTOUT, CUTOUT);
    ImageAugmentation changed = OTHER.apply(moved, parameters);
    if (changed.equals(ImageAugmentation.none())) {
      return Optional.empty();
    }
    ImageAugmentation sampled = SAMPLING.apply(changed, parameters);
    return Optional.of(CUTOUT.apply(ELASTIC.apply(sampled, parameters), parameters));
  }

  private static void requireSwitch(Parameters parameters, Parameter<?> owner, Changes<?> details) {
    Optional<Parameter<?>> detail = details.firstChosen(parameters);
    if (detail.isPresent() && parameters.find(owner).isEmpty()) {
      throw parameters.refuse(
          detail.get(),
          "it has no effect without %s: set that too, or leave it out".formatted(owner.name()));
    }
  }

  private static void requireEffect(Parameters parameters, boolean isMoved) {
    Optional<Parameter<?>> sampling = SAMPLING.firstChosen(parameters);
    if (!isMoved && sampling.isPresent()) {
      throw parameters.refuse(
          sampling.get(),
          "it has no effect where images are not moved: set rotation, width-shift, height-shift, shear,"
              + " zoom or elastic, or leave it out");
    }
    boolean isConstant = parameters
        .find(RecipeParameters.FILL_MODE)
        .filter(FillMode.CONSTANT::equals)
        .isPresent();
    if (parameters.isChosen(RecipeParameters.FILL_VALUE) && !isConstant) {
      throw parameters.refuse(
          RecipeParameters.FILL_VALUE, "only the fill-mode constant fills in a value");
    }
  }

  private static ImageAugmentation zoom(ImageAugmentation augmentation, List<Double> range) {
    return range.size() == 1
        ? augmentation.zoom(range.get(0))
        : augmentation.zoom(range.get(0), range.get(1));
  }
}
