package dev.plenum.app.train;

import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.augmentation.FillMode;
import dev.plenum.augmentation.ImageAugmentation;
import dev.plenum.augmentation.Interpolation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The settings of random changes to training images. */
final class Augmentations {
  /** What moves pixels. */
  private static final Changes<ImageAugmentation> GEOMETRY = new Changes<ImageAugmentation>()
      .with(Key.ROTATION, Double.class, ImageAugmentation::rotation)
      .with(Key.WIDTH_SHIFT, Double.class, ImageAugmentation::widthShift)
      .with(Key.HEIGHT_SHIFT, Double.class, ImageAugmentation::heightShift)
      .with(Key.SHEAR, Double.class, ImageAugmentation::shear)
      .with(Key.ZOOM, List.class, Augmentations::zoom);

  private static final Changes<ImageAugmentation> OTHER = new Changes<ImageAugmentation>()
      .with(
          Key.BRIGHTNESS,
          List.class,
          (augmentation, range) -> augmentation.brightness(bound(range, 0), bound(range, 1)))
      .with(Key.CHANNEL_SHIFT, Double.class, ImageAugmentation::channelShift)
      .with(Key.HORIZONTAL_FLIP, Boolean.class, ImageAugmentation::horizontalFlip)
      .with(Key.VERTICAL_FLIP, Boolean.class, ImageAugmentation::verticalFlip);

  /** How pixels are moved, if they are. */
  private static final Changes<ImageAugmentation> SAMPLING = new Changes<ImageAugmentation>()
      .with(
          Key.FILL_MODE,
          String.class,
          (augmentation, mode) -> augmentation.fillMode(FillMode.valueOf(constant(mode))))
      .with(Key.FILL_VALUE, Double.class, ImageAugmentation::fillValue)
      .with(
          Key.INTERPOLATION,
          String.class,
          (augmentation, way) -> augmentation.interpolation(Interpolation.valueOf(constant(way))));

  private Augmentations() {}

  /**
   * What the settings ask for; empty if no image is changed.
   *
   * @throws UsageException if a value is out of range, or one has no effect
   */
  static Optional<ImageAugmentation> of(Settings settings) {
    ImageAugmentation start =
        settings.augment() ? ImageAugmentation.referenceExperiment() : ImageAugmentation.none();
    ImageAugmentation moved = GEOMETRY.apply(start, settings);
    requireEffect(settings, !moved.equals(ImageAugmentation.none()));
    ImageAugmentation changed = OTHER.apply(moved, settings);
    return changed.equals(ImageAugmentation.none())
        ? Optional.empty()
        : Optional.of(SAMPLING.apply(changed, settings));
  }

  private static void requireEffect(Settings settings, boolean isMoved) {
    Optional<Key> sampling = SAMPLING.firstChosen(settings);
    if (!isMoved && sampling.isPresent()) {
      throw settings.refuse(
          sampling.get(),
          "it has no effect where images are not moved: set rotation, width-shift, height-shift, shear"
              + " or zoom, or leave it out");
    }
    Optional<String> mode = settings.find(Key.FILL_MODE, String.class);
    if (settings.isChosen(Key.FILL_VALUE)
        && !mode.orElse("").equals(FillMode.CONSTANT.toString())) {
      throw settings.refuse(Key.FILL_VALUE, "only the fill-mode constant fills in a value");
    }
  }

  private static ImageAugmentation zoom(ImageAugmentation augmentation, List<?> range) {
    return range.size() == 1
        ? augmentation.zoom(bound(range, 0))
        : augmentation.zoom(bound(range, 0), bound(range, 1));
  }

  private static double bound(List<?> range, int index) {
    return (Double) range.get(index);
  }

  private static String constant(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
