package dev.plenum.augmentation;

import static dev.plenum.augmentation.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Shape;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageAugmentationTest {
  private static final Shape SHAPE = Shape.of(6, 9, 3);
  private static final ImageAugmentation NONE = ImageAugmentation.none();

  private static ImageAugmentation everything() {
    return ImageAugmentation.referenceExperiment()
        .shear(15)
        .channelShift(0.2)
        .brightness(0.5, 1.5)
        .horizontalFlip(true)
        .verticalFlip(true);
  }

  private static float[] apply(ImageAugmentation augmentation, float[] image, int number) {
    return Images.apply(augmentation, image, SHAPE, Images.numbers(number));
  }

  @Test
  void zeroRangesAreTheIdentityBitForBit() {
    ImageAugmentation zero = NONE.rotation(0)
        .widthShift(0)
        .heightShift(0)
        .shear(0)
        .zoom(0)
        .channelShift(0)
        .brightness(1, 1)
        .horizontalFlip(false)
        .verticalFlip(false)
        .fillMode(FillMode.CONSTANT)
        .fillValue(0.5);
    float[] image = Images.random(SHAPE, 1);
    image[0] = -0.0f; // no pixel, but bits are bits
    for (int number = 0; number < 20; number++) {
      assertArrayEquals(image, apply(zero, image, number));
      assertArrayEquals(image, apply(NONE, image, number));
    }
  }

  @Test
  void theNearestPixelIsTakenAsItIs() {
    ImageAugmentation turned = NONE.rotation(20).interpolation(Interpolation.NEAREST);
    float[] image = Images.random(SHAPE, 3);
    Set<Float> pixels = new HashSet<>();
    for (float pixel : image) {
      pixels.add(pixel);
    }
    float[] nearest = apply(turned, image, 1);
    assertFalse(Arrays.equals(image, nearest));
    for (float pixel : nearest) {
      assertTrue(pixels.contains(pixel), "not a pixel of the image: " + pixel);
    }
  }

  @Test
  void theSameNumbersGiveTheSameImageAndOthersAnother() {
    float[] image = Images.random(SHAPE, 2);
    float[] changed = apply(everything(), image, 5);
    assertArrayEquals(changed, apply(everything(), image, 5));
    assertTrue(!Arrays.equals(changed, apply(everything(), image, 6)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7})
  void anyShapeOfImageIsTaken(int channels) {
    for (int height = 1; height <= 5; height += 2) {
      for (int width = 1; width <= 6; width++) {
        Shape shape = Shape.of(height, width, channels);
        float[] image = Images.random(shape, width);
        for (FillMode mode : FillMode.values()) {
          float[] changed =
              Images.apply(everything().fillMode(mode), image, shape, Images.numbers(3));
          for (float pixel : changed) {
            assertTrue(pixel >= 0 && pixel <= 1);
          }
        }
      }
    }
  }

  @Test
  void aShareOfTheWidthMovesAlongRowsOnly() {
    // Pixels are their column's number, so a shift by s columns adds s where nothing is filled in.
    Shape shape = Shape.of(10, 40, 1);
    float[] columns = new float[400];
    for (int i = 0; i < 400; i++) {
      columns[i] = i % 40 / 64f;
    }
    for (int number = 0; number < 200; number++) {
      float[] moved = Images.apply(NONE.widthShift(0.25), columns, shape, Images.numbers(number));
      double shift = moved[20] * 64 - 20;
      assertEquals(Images.numbers(number).uniform(1, -10, 10), shift, 1e-4);
      assertArrayEquals(
          columns, Images.apply(NONE.heightShift(0.25), columns, shape, Images.numbers(number)));
    }
  }

  @Test
  void aShareOfTheHeightMovesAlongColumnsOnly() {
    Shape shape = Shape.of(40, 10, 1);
    float[] rows = new float[400];
    for (int i = 0; i < 400; i++) {
      rows[i] = Math.floorDiv(i, 10) / 64f;
    }
    for (int number = 0; number < 200; number++) {
      float[] moved = Images.apply(NONE.heightShift(0.25), rows, shape, Images.numbers(number));
      double shift = moved[200] * 64 - 20;
      assertEquals(Images.numbers(number).uniform(2, -10, 10), shift, 1e-4);
      assertArrayEquals(
          rows, Images.apply(NONE.widthShift(0.25), rows, shape, Images.numbers(number)));
    }
  }

  @Test
  void aShiftOfOneOrMoreCountsPixels() {
    Shape shape = Shape.of(10, 40, 1);
    float[] columns = new float[400];
    for (int i = 0; i < 400; i++) {
      columns[i] = i % 40 / 64f;
    }
    for (int number = 0; number < 50; number++) {
      float[] moved = Images.apply(NONE.widthShift(3), columns, shape, Images.numbers(number));
      assertEquals(Images.numbers(number).uniform(1, -3, 3), moved[20] * 64 - 20, 1e-4);
    }
  }

  @Test
  void zoomFactorsOfOneValueNeedNoChance() {
    // Twice as narrow and low about the centre: pixels −2 … 2 become −1 … 1.
    float[] image = new float[25];
    for (int i = 0; i < 25; i++) {
      image[i] = i / 32f;
    }
    float[] small = Images.apply(NONE.zoom(2, 2), image, Shape.of(5, 5, 1), Images.numbers(0));
    assertEquals(0 / 32f, small[6], 0f);
    assertEquals(4 / 32f, small[8], 0f);
    assertEquals(12 / 32f, small[12], 0f);
    assertEquals(24 / 32f, small[18], 0f);
  }

  @Test
  void flipsExchangeTheirOwnSidesAndTwoFlipsUndoEachOther() {
    float[] image = Images.random(SHAPE, 4);
    int[] flips = new int[2];
    for (int number = 0; number < 200; number++) {
      float[] horizontal = apply(NONE.horizontalFlip(true), image, number);
      float[] vertical = apply(NONE.verticalFlip(true), image, number);
      flips[0] += assertFlippedOrNot(image, horizontal, true);
      flips[1] += assertFlippedOrNot(image, vertical, false);
      assertArrayEquals(image, apply(NONE.horizontalFlip(true), horizontal, number));
      assertArrayEquals(image, apply(NONE.verticalFlip(true), vertical, number));
    }
    assertEquals(100, flips[0], 25);
    assertEquals(100, flips[1], 25);
  }

  /** 1 if flipped. */
  private static int assertFlippedOrNot(float[] image, float[] changed, boolean horizontal) {
    if (Arrays.equals(image, changed)) {
      return 0;
    }
    for (int i = 0; i < image.length; i++) {
      int c = i % 3;
      int x = i / 3 % 9;
      int y = i / 27;
      int from = horizontal ? (y * 9 + (8 - x)) * 3 + c : ((5 - y) * 9 + x) * 3 + c;
      assertEquals(image[from], changed[i], 0f);
    }
    return 1;
  }

  @Test
  void brightnessMultipliesAndCutsOffAtOne() {
    float[] image = {0, 0.25f, 0.5f, 1};
    assertArrayEquals(
        new float[] {0, 0.5f, 1, 1},
        Images.apply(NONE.brightness(2, 2), image, Shape.of(2, 2, 1), Images.numbers(0)));
    assertArrayEquals(
        new float[4],
        Images.apply(NONE.brightness(0, 0), image, Shape.of(2, 2, 1), Images.numbers(0)));
  }

  @Test
  void channelShiftAddsOneAmountWithinTheImagesOwnRange() {
    float[] image = {0.25f, 0.4f, 0.5f, 0.6f, 0.7f, 0.75f};
    for (int number = 0; number < 50; number++) {
      double amount = Images.numbers(number).uniform(6, -0.3, 0.3);
      float[] shifted =
          Images.apply(NONE.channelShift(0.3), image, Shape.of(1, 2, 3), Images.numbers(number));
      for (int i = 0; i < image.length; i++) {
        assertEquals(Math.max(0.25, Math.min(0.75, image[i] + amount)), shifted[i], 1e-6);
      }
    }
  }

  @Test
  void meansAreKeptWhereThePictureLiesInTheMiddle() {
    Shape shape = Shape.of(28, 28, 1);
    float[] blob = new float[784];
    for (int i = 0; i < 784; i++) {
      double x = i % 28 - 13.5;
      double y = Math.floorDiv(i, 28) - 13.5;
      blob[i] = (float) Math.max(0, 1 - (x * x + 2 * y * y) / 49);
    }
    double mean = IntStream.range(0, 600)
        .mapToDouble(number -> mean(Images.apply(
            ImageAugmentation.referenceExperiment(), blob, shape, Images.numbers(number))))
        .average()
        .orElseThrow();
    // 1 / (zx · zy) is 1 + 2 · 0.1² / 3 on average.
    assertEquals(1.0067, mean / mean(blob), 0.015);
  }

  private static double mean(float[] image) {
    double sum = 0;
    for (float pixel : image) {
      sum += pixel;
    }
    return sum / image.length;
  }

  @Test
  void theReferenceExperimentIsWhatItSays() {
    assertEquals(
        NONE.rotation(10).zoom(0.1).widthShift(0.1).heightShift(0.1),
        ImageAugmentation.referenceExperiment());
    assertEquals(
        "{rotation_range=10.0, width_shift_range=0.1, height_shift_range=0.1,"
            + " brightness_range=[1.0, 1.0], shear_range=0.0, zoom_range=[0.9, 1.1],"
            + " channel_shift_range=0.0, fill_mode=nearest, cval=0.0, horizontal_flip=false,"
            + " vertical_flip=false, interpolation_order=1}",
        ImageAugmentation.referenceExperiment().describe().toString());
  }

  @Test
  void everyParameterIsDescribedAndDistinguishes() {
    Map<String, ImageAugmentation> changed = Map.ofEntries(
        Map.entry("rotation_range", NONE.rotation(3)),
        Map.entry("width_shift_range", NONE.widthShift(0.2)),
        Map.entry("height_shift_range", NONE.heightShift(0.2)),
        Map.entry("brightness_range", NONE.brightness(0.5, 2)),
        Map.entry("shear_range", NONE.shear(4)),
        Map.entry("zoom_range", NONE.zoom(0.5, 1.25)),
        Map.entry("channel_shift_range", NONE.channelShift(0.1)),
        Map.entry("fill_mode", NONE.fillMode(FillMode.WRAP)),
        Map.entry("cval", NONE.fillValue(0.75)),
        Map.entry("horizontal_flip", NONE.horizontalFlip(true)),
        Map.entry("vertical_flip", NONE.verticalFlip(true)),
        Map.entry("interpolation_order", NONE.interpolation(Interpolation.NEAREST)));
    assertEquals(NONE.describe().keySet(), changed.keySet());
    changed.forEach((name, augmentation) -> {
      assertNotEquals(NONE, augmentation);
      for (String key : NONE.describe().keySet()) {
        boolean same = NONE.describe().get(key).equals(augmentation.describe().get(key));
        assertEquals(!key.equals(name), same, name + " changes " + key);
      }
    });
    assertEquals(List.of(0.5, 1.25), NONE.zoom(0.5, 1.25).describe().get("zoom_range"));
    assertEquals(
        0, NONE.interpolation(Interpolation.NEAREST).describe().get("interpolation_order"));
    assertEquals(NONE.rotation(3).hashCode(), NONE.rotation(3).hashCode());
  }

  @Test
  void nothingButItsOwnPlaceIsWrittenAndNothingIsReadBehindTheImage() {
    float[] image = Arrays.copyOf(Images.random(SHAPE, 9), SHAPE.size() + 50);
    Arrays.fill(image, SHAPE.size(), image.length, Float.NaN);
    float[] target = new float[SHAPE.size()];
    everything().apply(image, target, 0, SHAPE, Images.numbers(1));
    for (float pixel : target) {
      assertTrue(pixel >= 0 && pixel <= 1);
    }
  }

  @Test
  void rangesThatMakeNoSenseAreRefused() {
    assertRefused(() -> NONE.rotation(-1), "rotation range", "0 to 360 degrees", "found -1");
    assertRefused(() -> NONE.rotation(361), "found 361");
    assertRefused(() -> NONE.rotation(Double.NaN), "found NaN");
    assertRefused(() -> NONE.widthShift(-0.1), "width shift range", "found -0.1");
    assertRefused(() -> NONE.widthShift(Double.POSITIVE_INFINITY), "width", "Infinity");
    assertRefused(() -> NONE.heightShift(-3), "height shift range", "found -3");
    assertRefused(() -> NONE.heightShift(Double.NaN), "height", "NaN");
    assertRefused(() -> NONE.shear(90), "shear range", "0 to 89 degrees", "found 90");
    assertRefused(() -> NONE.zoom(1), "zoom range", "less than 1", "found 1.0");
    assertRefused(() -> NONE.zoom(-0.5), "zoom range", "found -0.5");
    assertRefused(() -> NONE.zoom(Double.NaN), "NaN");
    assertRefused(() -> NONE.zoom(0, 1), "greater than 0", "found 0.0 to 1.0");
    assertRefused(() -> NONE.zoom(1.5, 0.5), "lower first", "found 1.5 to 0.5");
    assertRefused(() -> NONE.zoom(1, 1e9), "at most 1000");
    assertRefused(() -> NONE.channelShift(30), "channel shift range", "0 to 1", "found 30");
    assertRefused(() -> NONE.brightness(-1, 1), "brightness", "found -1.0 to 1.0");
    assertRefused(() -> NONE.brightness(2, 1), "brightness", "found 2.0 to 1.0");
    assertRefused(() -> NONE.brightness(1, Double.NaN), "brightness", "NaN");
    assertRefused(() -> NONE.brightness(1, Double.POSITIVE_INFINITY), "Infinity");
  }

  @Test
  void imagesThatDoNotFitTheirArraysAreRefused() {
    float[] image = new float[SHAPE.size()];
    assertRefused(
        () -> NONE.apply(image, new float[10], 0, SHAPE, Images.numbers(0)),
        "(6, 9, 3)",
        "162 values",
        "room for 10");
    assertRefused(
        () -> NONE.apply(new float[5], image, 0, SHAPE, Images.numbers(0)), "found 5 to read");
    assertRefused(
        () -> NONE.apply(image, new float[200], 100, SHAPE, Images.numbers(0)), "index 100");
    assertRefused(() -> NONE.apply(image, new float[200], -1, SHAPE, Images.numbers(0)), "-1");
    assertRefused(
        () -> NONE.apply(image, image.clone(), 0, Shape.of(162), Images.numbers(0)),
        "(height, width, channels)");
  }
}
