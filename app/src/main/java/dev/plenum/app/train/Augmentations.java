package dev.plenum.app.train;

import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.augmentation.FillMode;
import dev.plenum.augmentation.ImageAugmentation;
import java.util.List;
import java.util.Optional;

/** The settings of random changes to training images. */
final class Augmentations {
  /** What moves pixels. */
  private static final Changes<ImageAugmentation> GEOMETRY = new Changes<ImageAugmentation>()
      .with(Keys.ROTATION, ImageAugmentation::rotation)
      .with(Keys.WIDTH_SHIFT, ImageAugmentation::widthShift)
      .with(Keys.HEIGHT_SHIFT, ImageAugmentation::heightShift)
      .with(Keys.SHEAR, ImageAugmentation::shear)
      .with(Keys.ZOOM, Augmentations::zoom);

  private static final Changes<ImageAugmentation> OTHER = new Changes<ImageAugmentation>()
      .with(
          Keys.BRIGHTNESS,
          (augmentation, range) -> augmentation.brightness(range.get(0), range.get(1)))
      .with(Keys.CHANNEL_SHIFT, ImageAugmentation::channelShift)
      .with(Keys.HORIZONTAL_FLIP, ImageAugmentation::horizontalFlip)
      .with(Keys.VERTICAL_FLIP, ImageAugmentation::verticalFlip);

  /** How pixels are moved, if they are. */
  private static final Changes<ImageAugmentation> SAMPLING = new Changes<ImageAugmentation>()
      .with(Keys.FILL_MODE, ImageAugmentation::fillMode)
      .with(Keys.FILL_VALUE, ImageAugmentation::fillValue)
      .with(Keys.INTERPOLATION, ImageAugmentation::interpolation);

  private Augmentations() {}

  /**
   * What the settings ask for; empty if no image is changed.
   *
   * @throws UsageException if a value is out of range, or one has no effect
   */
  static Optional<ImageAugmentation> of(Settings settings) {
    ImageAugmentation start = settings.has(Keys.AUGMENT)
        ? ImageAugmentation.referenceExperiment()
        : ImageAugmentation.none();
    ImageAugmentation moved = GEOMETRY.apply(start, settings);
    requireEffect(settings, !moved.equals(ImageAugmentation.none()));
    ImageAugmentation changed = OTHER.apply(moved, settings);
    return changed.equals(ImageAugmentation.none())
        ? Optional.empty()
        : Optional.of(SAMPLING.apply(changed, settings));
  }

  private static void requireEffect(Settings settings, boolean isMoved) {
    Optional<Key<?>> sampling = SAMPLING.firstChosen(settings);
    if (!isMoved && sampling.isPresent()) {
      throw settings.refuse(
          sampling.get(),
          "it has no effect where images are not moved: set rotation, width-shift, height-shift, shear"
              + " or zoom, or leave it out");
    }
    boolean isConstant =
        settings.find(Keys.FILL_MODE).filter(FillMode.CONSTANT::equals).isPresent();
    if (settings.isChosen(Keys.FILL_VALUE) && !isConstant) {
      throw settings.refuse(Keys.FILL_VALUE, "only the fill-mode constant fills in a value");
    }
  }

  private static ImageAugmentation zoom(ImageAugmentation augmentation, List<Double> range) {
    return range.size() == 1
        ? augmentation.zoom(range.get(0))
        : augmentation.zoom(range.get(0), range.get(1));
  }
}
