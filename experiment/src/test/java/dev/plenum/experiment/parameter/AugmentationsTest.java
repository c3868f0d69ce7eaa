package dev.plenum.experiment.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.augmentation.FillMode;
import dev.plenum.augmentation.ImageAugmentation;
import dev.plenum.augmentation.Interpolation;
import dev.plenum.experiment.Thrown;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AugmentationsTest {
  private static Optional<ImageAugmentation> augmentation(Map<Parameter<?>, String> options) {
    return Augmentations.of(Loaded.parameters(options));
  }

  private static String refusal(Map<Parameter<?>, String> options) {
    return Thrown.message(IllegalArgumentException.class, () -> augmentation(options));
  }

  @Test
  void nothingIsChangedUnlessItIsAskedFor() {
    assertEquals(Optional.empty(), augmentation(Map.of()));
    assertEquals(
        Optional.of(ImageAugmentation.referenceExperiment()),
        augmentation(Map.of(RecipeParameters.AUGMENT, "true")));
  }

  @Test
  void anOptionAloneSwitchesOnJustWhatItNames() {
    assertEquals(
        Optional.of(ImageAugmentation.none().rotation(15)),
        augmentation(Map.of(RecipeParameters.ROTATION, "15")));
    assertEquals(
        Optional.of(ImageAugmentation.none().horizontalFlip(true)),
        augmentation(Map.of(RecipeParameters.HORIZONTAL_FLIP, "true")));
  }

  @Test
  void anOptionChangesTheReferenceExperimentsAugmentation() {
    assertEquals(
        Optional.of(ImageAugmentation.referenceExperiment().zoom(0.3).verticalFlip(true)),
        augmentation(Map.of(
            RecipeParameters.AUGMENT,
            "true",
            RecipeParameters.ZOOM,
            "0.3",
            RecipeParameters.VERTICAL_FLIP,
            "true")));
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
            .elastic(1.5)
            .elasticGrid(5)
            .cutout(8)
            .cutoutProbability(0.5)
            .cutoutValue(0.25)
            .fillMode(FillMode.CONSTANT)
            .fillValue(0.5)
            .interpolation(Interpolation.NEAREST)),
        augmentation(Map.ofEntries(
            Map.entry(RecipeParameters.ROTATION, "5"),
            Map.entry(RecipeParameters.WIDTH_SHIFT, "2"),
            Map.entry(RecipeParameters.HEIGHT_SHIFT, "0.2"),
            Map.entry(RecipeParameters.SHEAR, "7"),
            Map.entry(RecipeParameters.ZOOM, "0.8, 1.1"),
            Map.entry(RecipeParameters.BRIGHTNESS, "0.5,1.5"),
            Map.entry(RecipeParameters.CHANNEL_SHIFT, "0.2"),
            Map.entry(RecipeParameters.HORIZONTAL_FLIP, "true"),
            Map.entry(RecipeParameters.VERTICAL_FLIP, "true"),
            Map.entry(RecipeParameters.ELASTIC, "1.5"),
            Map.entry(RecipeParameters.ELASTIC_GRID, "5"),
            Map.entry(RecipeParameters.CUTOUT, "8"),
            Map.entry(RecipeParameters.CUTOUT_PROBABILITY, "0.5"),
            Map.entry(RecipeParameters.CUTOUT_VALUE, "0.25"),
            Map.entry(RecipeParameters.FILL_MODE, "constant"),
            Map.entry(RecipeParameters.FILL_VALUE, "0.5"),
            Map.entry(RecipeParameters.INTERPOLATION, "nearest"))));
  }

  @Test
  void rangesOfZeroAreATrainingWithoutAugmentation() {
    assertEquals(Optional.empty(), augmentation(Map.of(RecipeParameters.ROTATION, "0")));
    assertEquals(
        Optional.empty(),
        augmentation(Map.of(
            RecipeParameters.AUGMENT, "true",
            RecipeParameters.ROTATION, "0",
            RecipeParameters.ZOOM, "0",
            RecipeParameters.WIDTH_SHIFT, "0",
            RecipeParameters.HEIGHT_SHIFT, "0")));
  }

  @Test
  void aValueOutOfRangeIsRefusedByItsName() {
    assertEquals(
        "rotation: the rotation range must be from 0 to 360 degrees, found 400",
        refusal(Map.of(RecipeParameters.ROTATION, "400")));
    assertTrue(refusal(Map.of(RecipeParameters.ZOOM, "1,2,3"))
        .startsWith("zoom must be a number, or two"));
    assertTrue(refusal(Map.of(RecipeParameters.BRIGHTNESS, "1"))
        .startsWith("brightness must be two numbers"));
    assertTrue(refusal(Map.of(RecipeParameters.BRIGHTNESS, "2,1")).contains("the lower one first"));
  }

  @Test
  void whatWouldHaveNoEffectIsRefused() {
    String fill = refusal(
        Map.of(RecipeParameters.FILL_MODE, "wrap", RecipeParameters.HORIZONTAL_FLIP, "true"));
    assertTrue(fill.startsWith("fill-mode: it has no effect where images are not moved"), fill);
    assertEquals(
        "fill-value: only the fill-mode constant fills in a value",
        refusal(Map.of(RecipeParameters.AUGMENT, "true", RecipeParameters.FILL_VALUE, "1")));
  }

  @Test
  void detailsOfAChangeThatIsNotMadeAreRefused() {
    assertEquals(
        "elastic-grid: it has no effect without elastic: set that too, or leave it out",
        refusal(Map.of(RecipeParameters.AUGMENT, "true", RecipeParameters.ELASTIC_GRID, "5")));
    assertTrue(refusal(Map.of(RecipeParameters.CUTOUT_VALUE, "1")).contains("without cutout"));
    assertEquals(
        "elastic-grid: the grid of the elastic distortion must be from 2 to 64 points, found 1",
        refusal(Map.of(RecipeParameters.ELASTIC, "1", RecipeParameters.ELASTIC_GRID, "1")));
  }
}
