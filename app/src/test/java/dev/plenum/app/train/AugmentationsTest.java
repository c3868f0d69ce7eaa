package dev.plenum.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.UsageException;
import dev.plenum.augmentation.FillMode;
import dev.plenum.augmentation.ImageAugmentation;
import dev.plenum.augmentation.Interpolation;
import dev.plenum.experiment.Thrown;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AugmentationsTest {
  private static Optional<ImageAugmentation> augmentation(Map<Key<?>, String> options) {
    return Augmentations.of(Loaded.settings(options));
  }

  private static String refusal(Map<Key<?>, String> options) {
    return Thrown.message(UsageException.class, () -> augmentation(options));
  }

  @Test
  void nothingIsChangedUnlessItIsAskedFor() {
    assertEquals(Optional.empty(), augmentation(Map.of()));
    assertEquals(
        Optional.of(ImageAugmentation.referenceExperiment()),
        augmentation(Map.of(Keys.AUGMENT, "true")));
  }

  @Test
  void anOptionAloneSwitchesOnJustWhatItNames() {
    assertEquals(
        Optional.of(ImageAugmentation.none().rotation(15)),
        augmentation(Map.of(Keys.ROTATION, "15")));
    assertEquals(
        Optional.of(ImageAugmentation.none().horizontalFlip(true)),
        augmentation(Map.of(Keys.HORIZONTAL_FLIP, "true")));
  }

  @Test
  void anOptionChangesTheReferenceExperimentsAugmentation() {
    assertEquals(
        Optional.of(ImageAugmentation.referenceExperiment().zoom(0.3).verticalFlip(true)),
        augmentation(Map.of(Keys.AUGMENT, "true", Keys.ZOOM, "0.3", Keys.VERTICAL_FLIP, "true")));
  }

  @Test
  void everyParameterOfTheLibraryCanBeSet() {
    assertEquals(
        Optional.of(ImageAugmentation.none()
            .rotation(5)
            .widthShift(2)
            .heightShift(0.2)
            .shear(7)
            .zoom(0.8, 1.1)
            .brightness(0.5, 1.5)
            .channelShift(0.2)
            .horizontalFlip(true)
            .verticalFlip(true)
            .fillMode(FillMode.CONSTANT)
            .fillValue(0.5)
            .interpolation(Interpolation.NEAREST)),
        augmentation(Map.ofEntries(
            Map.entry(Keys.ROTATION, "5"),
            Map.entry(Keys.WIDTH_SHIFT, "2"),
            Map.entry(Keys.HEIGHT_SHIFT, "0.2"),
            Map.entry(Keys.SHEAR, "7"),
            Map.entry(Keys.ZOOM, "0.8, 1.1"),
            Map.entry(Keys.BRIGHTNESS, "0.5,1.5"),
            Map.entry(Keys.CHANNEL_SHIFT, "0.2"),
            Map.entry(Keys.HORIZONTAL_FLIP, "true"),
            Map.entry(Keys.VERTICAL_FLIP, "true"),
            Map.entry(Keys.FILL_MODE, "constant"),
            Map.entry(Keys.FILL_VALUE, "0.5"),
            Map.entry(Keys.INTERPOLATION, "nearest"))));
  }

  @Test
  void rangesOfZeroAreATrainingWithoutAugmentation() {
    assertEquals(Optional.empty(), augmentation(Map.of(Keys.ROTATION, "0")));
    assertEquals(
        Optional.empty(),
        augmentation(Map.of(
            Keys.AUGMENT, "true",
            Keys.ROTATION, "0",
            Keys.ZOOM, "0",
            Keys.WIDTH_SHIFT, "0",
            Keys.HEIGHT_SHIFT, "0")));
  }

  @Test
  void aValueOutOfRangeIsRefusedByItsName() {
    assertEquals(
        "rotation: the rotation range must be from 0 to 360 degrees, found 400 (option --rotation)",
        refusal(Map.of(Keys.ROTATION, "400")));
    assertTrue(refusal(Map.of(Keys.ZOOM, "1,2,3")).startsWith("zoom must be a number, or two"));
    assertTrue(refusal(Map.of(Keys.BRIGHTNESS, "1")).startsWith("brightness must be two numbers"));
    assertTrue(refusal(Map.of(Keys.BRIGHTNESS, "2,1")).contains("the lower one first"));
  }

  @Test
  void whatWouldHaveNoEffectIsRefused() {
    String fill = refusal(Map.of(Keys.FILL_MODE, "wrap", Keys.HORIZONTAL_FLIP, "true"));
    assertTrue(fill.startsWith("fill-mode: it has no effect where images are not moved"), fill);
    assertEquals(
        "fill-value: only the fill-mode constant fills in a value (option --fill-value)",
        refusal(Map.of(Keys.AUGMENT, "true", Keys.FILL_VALUE, "1")));
  }
}
