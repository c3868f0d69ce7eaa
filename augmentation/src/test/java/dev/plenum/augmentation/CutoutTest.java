package dev.plenum.augmentation;

import static dev.plenum.augmentation.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cutout, pixel by pixel as its definition has it. */
class CutoutTest {
  private static final Shape SHAPE = Shape.of(7, 10, 2);
  private static final ImageAugmentation NONE = ImageAugmentation.none();

  private static float[] covered(float[] image, int size, float value, CounterRandom random) {
    int centreX = random.below(11, SHAPE.width());
    int centreY = random.below(12, SHAPE.height());
    float[] covered = image.clone();
    for (int y = 0; y < SHAPE.height(); y++) {
      for (int x = 0; x < SHAPE.width(); x++) {
        int right = x - (centreX - size / 2);
        int down = y - (centreY - size / 2);
        if (right >= 0 && right < size && down >= 0 && down < size) {
          for (int c = 0; c < SHAPE.channels(); c++) {
            covered[(y * SHAPE.width() + x) * SHAPE.channels() + c] = value;
          }
        }
      }
    }
    return covered;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 9, 50})
  void itCoversASquareAroundAnyPixel(int size) {
    float[] image = Images.random(SHAPE, 1);
    for (int number = 0; number < 100; number++) {
      CounterRandom random = Images.numbers(number);
      assertArrayEquals(
          covered(image, size, 0.25f, random),
          Images.apply(NONE.cutout(size).cutoutValue(0.25), image, SHAPE, random));
    }
  }

  @Test
  void aShareOfTheImagesGetsOne() {
    float[] image = Images.plain(SHAPE, 1);
    ImageAugmentation cutout = NONE.cutout(3).cutoutProbability(0.3);
    int count = 0;
    for (int number = 0; number < 2000; number++) {
      CounterRandom random = Images.numbers(number);
      boolean isCovered = random.uniform(10) < 0.3;
      assertArrayEquals(
          isCovered ? covered(image, 3, 0, random) : image,
          Images.apply(cutout, image, SHAPE, random));
      count += isCovered ? 1 : 0;
    }
    assertEquals(600, count, 80); // four standard deviations
  }

  @Test
  void itComesAfterEverythingElse() {
    float[] image = Images.random(SHAPE, 2);
    ImageAugmentation others = ImageAugmentation.referenceExperiment()
        .elastic(1)
        .brightness(0.2, 0.4)
        .horizontalFlip(true)
        .verticalFlip(true);
    for (int number = 0; number < 30; number++) {
      CounterRandom random = Images.numbers(number);
      float[] changed = Images.apply(others, image, SHAPE, random);
      assertArrayEquals(
          covered(changed, 4, 1, random),
          Images.apply(others.cutout(4).cutoutValue(1), image, SHAPE, random));
    }
  }

  @Test
  void itIsDescribedOnlyIfItIsThere() {
    assertTrue(!NONE.cutoutProbability(0.5).describe().containsKey("cutout_probability"));
    ImageAugmentation cutout = NONE.cutout(8).cutoutProbability(0.5).cutoutValue(0.1);
    assertEquals(8, cutout.describe().get("cutout_size"));
    assertEquals(0.5, cutout.describe().get("cutout_probability"));
    assertEquals(0.1, cutout.describe().get("cutout_value"));
  }

  @Test
  void whatIsOutOfRangeIsRefused() {
    assertRefused(
        () -> NONE.cutout(-1), "the size of the cutout must be from 0 to 1000000 pixels, found -1");
    assertRefused(
        () -> NONE.cutoutProbability(1.5),
        "the probability of the cutout must be from 0 to 1 (never to always), found 1.5");
    assertRefused(
        () -> NONE.cutoutValue(Double.NaN),
        "the value of the cutout must be from 0 to 1 (black to white), found NaN");
  }
}
