package dev.plenum.augmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Every change has random numbers of its own. */
class DrawTest {
  private static final Shape SHAPE = Shape.of(8, 12, 1);

  private static AffineMap draw(RandomAffine ranges, CounterRandom random) {
    return ranges.draw(SHAPE, random);
  }

  @Test
  void theMapIsDrawnFromFixedPlaces() {
    RandomAffine ranges = RandomAffine.NONE
        .withRotation(30)
        .withWidthShift(0.25)
        .withHeightShift(2)
        .withShear(20)
        .withZoom(new Range(0.5, 1.5));
    for (int number = 0; number < 30; number++) {
      CounterRandom random = Images.numbers(number);
      assertEquals(
          AffineMap.about(
              12,
              8,
              random.uniform(0, -30, 30),
              random.uniform(1, -3, 3),
              random.uniform(2, -2, 2),
              random.uniform(3, -20, 20),
              random.uniform(4, 0.5, 1.5),
              random.uniform(5, 0.5, 1.5)),
          draw(ranges, random));
    }
  }

  @Test
  void switchingAnyRangeOffLeavesTheOtherDraws() {
    for (int number = 0; number < 30; number++) {
      CounterRandom random = Images.numbers(number);
      assertEquals(
          AffineMap.about(12, 8, random.uniform(0, -30, 30), 0, 0, 0, 1, 1),
          draw(RandomAffine.NONE.withRotation(30), random));
      assertEquals(
          AffineMap.about(12, 8, 0, random.uniform(1, -3, 3), 0, 0, 1, 1),
          draw(RandomAffine.NONE.withWidthShift(0.25), random));
      assertEquals(
          AffineMap.about(12, 8, 0, 0, random.uniform(2, -2, 2), 0, 1, 1),
          draw(RandomAffine.NONE.withHeightShift(2), random));
      assertEquals(
          AffineMap.about(12, 8, 0, 0, 0, random.uniform(3, -20, 20), 1, 1),
          draw(RandomAffine.NONE.withShear(20), random));
      assertEquals(
          AffineMap.about(
              12, 8, 0, 0, 0, 0, random.uniform(4, 0.5, 1.5), random.uniform(5, 0.5, 1.5)),
          draw(RandomAffine.NONE.withZoom(new Range(0.5, 1.5)), random));
    }
  }

  @Test
  void brightnessDoesNotDependOnTheOthers() {
    float[] plain = Images.plain(SHAPE, 0.5f);
    ImageAugmentation alone = ImageAugmentation.none().brightness(0.5, 1.5);
    ImageAugmentation among = alone
        .rotation(40)
        .shear(10)
        .zoom(0.5)
        .widthShift(0.3)
        .heightShift(0.3)
        .channelShift(0.5)
        .horizontalFlip(true)
        .verticalFlip(true);
    for (int number = 0; number < 30; number++) {
      CounterRandom random = Images.numbers(number);
      float expected = 0.5f * (float) random.uniform(9, 0.5, 1.5);
      assertArrayEquals(Images.plain(SHAPE, expected), Images.apply(alone, plain, SHAPE, random));
      assertArrayEquals(Images.plain(SHAPE, expected), Images.apply(among, plain, SHAPE, random));
    }
  }

  @Test
  void flipsDoNotDependOnTheOthers() {
    float[] image = Images.random(SHAPE, 1);
    ImageAugmentation flips =
        ImageAugmentation.none().horizontalFlip(true).verticalFlip(true).brightness(0, 1);
    for (int number = 0; number < 30; number++) {
      CounterRandom random = Images.numbers(number);
      float[] expected = image.clone();
      if (random.uniform(7) < 0.5) {
        expected = mirrored(expected, true);
      }
      if (random.uniform(8) < 0.5) {
        expected = mirrored(expected, false);
      }
      float factor = (float) random.uniform(9);
      for (int i = 0; i < expected.length; i++) {
        expected[i] *= factor;
      }
      assertArrayEquals(expected, Images.apply(flips, image, SHAPE, random));
    }
  }

  private static float[] mirrored(float[] image, boolean leftAndRight) {
    float[] mirrored = new float[image.length];
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 12; x++) {
        mirrored[y * 12 + x] = image[leftAndRight ? y * 12 + 11 - x : (7 - y) * 12 + x];
      }
    }
    return mirrored;
  }

  @Test
  void noTwoChangesShareANumber() {
    Draw[] draws = Draw.values();
    assertEquals(
        draws.length, Arrays.stream(draws).map(Draw::counter).distinct().count());
  }
}
