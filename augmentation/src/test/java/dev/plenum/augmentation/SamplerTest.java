package dev.plenum.augmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplerTest {
  private static final Shape WIDE = Shape.of(3, 5, 2);

  private static AffineMap turn(Shape shape, double degrees) {
    return AffineMap.about(shape.width(), shape.height(), degrees, 0, 0, 0, 1, 1);
  }

  private static AffineMap zoom(Shape shape, double x, double y) {
    return AffineMap.about(shape.width(), shape.height(), 0, 0, 0, 0, x, y);
  }

  @Test
  void halfAPixelIsTheMeanOfTwoAndOfFour() {
    float[] image = {0.0f, 0.5f, 1.0f, 0.25f, 0.75f, 0.5f};
    Shape shape = Shape.of(2, 3, 1);
    // Rows 0 0.5 1 and 0.25 0.75 0.5, each pixel mixed with its right neighbour.
    assertArrayEquals(
        new float[] {0.25f, 0.75f, 1.0f, 0.5f, 0.625f, 0.5f},
        Images.sample(image, shape, new AffineMap(1, 0, 0.5, 0, 1, 0)));
    assertArrayEquals(
        new float[] {0.375f, 0.6875f, 0.75f, 0.5f, 0.625f, 0.5f},
        Images.sample(image, shape, new AffineMap(1, 0, 0.5, 0, 1, 0.5)));
  }

  @Test
  void weightsAreByCloseness() {
    float[] image = {0, 1, 0, 0};
    // At (0.25, 0.5): 0.25 of the upper row's 1, half of that row.
    float[] sampled = Images.sample(image, Shape.of(2, 2, 1), new AffineMap(1, 0, 0.25, 0, 1, 0.5));
    assertEquals(0.125f, sampled[0], 0f);
  }

  @ParameterizedTest
  @EnumSource
  void theIdentityChangesNoBit(Interpolation interpolation) {
    float[] image = Images.random(WIDE, 1);
    for (FillMode mode : FillMode.values()) {
      AffineMap map = AffineMap.about(5, 3, 0, 0, 0, 0, 1, 1);
      assertArrayEquals(
          image, Images.sample(image, WIDE, map, interpolation, new Border(mode, 0.5)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aQuarterTurnPermutesThePixelsOfASquare(Interpolation interpolation) {
    Shape shape = Shape.of(5, 5, 3);
    float[] image = Images.random(shape, 2);
    Border border = new Border(FillMode.CONSTANT, 0.5);
    float[] left = Images.sample(image, shape, turn(shape, 90), interpolation, border);
    float[] right = Images.sample(image, shape, turn(shape, -90), interpolation, border);
    for (int y = 0; y < 5; y++) {
      for (int x = 0; x < 5; x++) {
        for (int c = 0; c < 3; c++) {
          float pixel = image[(y * 5 + x) * 3 + c];
          // Counter-clockwise the top right corner (4, 0) becomes the top left one (0, 0).
          assertEquals(pixel, left[((4 - x) * 5 + y) * 3 + c], 0f);
          assertEquals(pixel, right[(x * 5 + (4 - y)) * 3 + c], 0f);
        }
      }
    }
  }

  @Test
  void halfATurnReversesAnyImage() {
    Shape shape = Shape.of(3, 4, 1);
    float[] image = Images.random(shape, 3);
    float[] turned = Images.sample(image, shape, turn(shape, 180));
    for (int i = 0; i < image.length; i++) {
      assertEquals(image[image.length - 1 - i], turned[i], 0f);
    }
    assertArrayEquals(turned, Images.sample(image, shape, turn(shape, -180)));
    assertArrayEquals(image, Images.sample(image, shape, turn(shape, 360)));
  }

  @Test
  void aPositiveAngleTurnsThePictureCounterClockwise() {
    Shape shape = Shape.of(41, 41, 1);
    float[] image = new float[shape.size()];
    image[20 * 41 + 35] = 1; // 15 to the right of the centre
    float[] turned = Images.sample(image, shape, turn(shape, 30));
    int brightest = 0;
    for (int i = 0; i < turned.length; i++) {
      brightest = turned[i] > turned[brightest] ? i : brightest;
    }
    // 15 · (cos 30°, sin 30°) = (13, 7.5): to the right and up.
    assertEquals(33.0, brightest % 41, 1.0);
    assertEquals(12.5, (double) Math.floorDiv(brightest, 41), 1.0);
  }

  @Test
  void wholePixelsShiftExactly() {
    Shape shape = Shape.of(6, 9, 2);
    float[] image = Images.random(shape, 4);
    for (int shiftY = -2; shiftY <= 2; shiftY++) {
      for (int shiftX = -3; shiftX <= 3; shiftX++) {
        AffineMap map = AffineMap.about(9, 6, 0, shiftX, shiftY, 0, 1, 1);
        float[] shifted = Images.sample(image, shape, map);
        for (int i = 0; i < shifted.length; i++) {
          int x = Math.max(0, Math.min(8, i / 2 % 9 + shiftX));
          int y = Math.max(0, Math.min(5, i / 18 + shiftY));
          assertEquals(image[(y * 9 + x) * 2 + i % 2], shifted[i], 0f);
        }
      }
    }
  }

  @Test
  void aFactorAboveOneShrinksThePictureAlongItsOwnAxis() {
    Shape shape = Shape.of(21, 21, 1);
    float[] square = new float[shape.size()];
    for (int y = 6; y <= 14; y++) {
      Arrays.fill(square, y * 21 + 6, y * 21 + 15, 1);
    }
    double before = sum(square);
    // A square 9 wide and high, in pixels of half and double the size.
    assertEquals(before / 2, sum(Images.sample(square, shape, zoom(shape, 2, 1))), 9);
    assertEquals(before * 2, sum(Images.sample(square, shape, zoom(shape, 0.5, 1))), 18);
    float[] narrow = Images.sample(square, shape, zoom(shape, 2, 1));
    assertEquals(0, narrow[10 * 21 + 7], 0f, "at its side");
    assertEquals(1, narrow[7 * 21 + 10], 0f, "at its top");
  }

  private static double sum(float[] image) {
    double sum = 0;
    for (float pixel : image) {
      sum += pixel;
    }
    return sum;
  }

  @Test
  void everyChannelIsSampledAlike() {
    for (int channels = 1; channels <= 4; channels++) {
      Shape shape = Shape.of(7, 6, channels);
      Shape grey = Shape.of(7, 6, 1);
      float[] image = Images.random(shape, channels);
      AffineMap map = AffineMap.about(6, 7, 20, 0.7, -1.2, 5, 1.1, 0.9);
      for (Interpolation interpolation : Interpolation.values()) {
        for (FillMode mode : FillMode.values()) {
          Border border = new Border(mode, 0.3);
          float[] sampled = Images.sample(image, shape, map, interpolation, border);
          for (int c = 0; c < channels; c++) {
            assertArrayEquals(
                Images.sample(channel(image, channels, c), grey, map, interpolation, border),
                channel(sampled, channels, c));
          }
        }
      }
    }
  }

  private static float[] channel(float[] image, int channels, int c) {
    float[] channel = new float[image.length / channels];
    for (int i = 0; i < channel.length; i++) {
      channel[i] = image[i * channels + c];
    }
    return channel;
  }

  @Test
  void theResultStaysInTheRangeOfTheImage() {
    Shape shape = Shape.of(12, 11, 1);
    for (int seed = 0; seed < 200; seed++) {
      float[] image = Images.random(shape, seed);
      CounterRandom random = Images.numbers(seed);
      AffineMap map = randomMap(shape, random);
      float least = Float.MAX_VALUE;
      float greatest = 0;
      for (float pixel : image) {
        least = Math.min(least, pixel);
        greatest = Math.max(greatest, pixel);
      }
      for (float pixel : Images.sample(image, shape, map)) {
        assertTrue(pixel >= 0 && pixel <= 1);
        assertTrue(pixel >= least - 1e-7 && pixel <= greatest + 1e-7);
      }
    }
  }

  @Test
  void aPlainImageStaysPlainToTheLastBit() {
    float[] image = Images.plain(WIDE, 0.3f);
    for (int seed = 0; seed < 100; seed++) {
      AffineMap map = randomMap(WIDE, Images.numbers(seed));
      assertArrayEquals(image, Images.sample(image, WIDE, map));
    }
  }

  /** Against the plainest way to write it: every neighbour looked up by itself. */
  @ParameterizedTest
  @EnumSource
  void randomMapsGiveWhatTheDefinitionGives(FillMode mode) {
    for (int seed = 0; seed < 40; seed++) {
      CounterRandom random = Images.numbers(seed);
      Shape shape =
          Shape.of(1 + random.below(20, 9), 1 + random.below(21, 9), 1 + random.below(22, 3));
      float[] image = Images.random(shape, seed);
      AffineMap map = randomMap(shape, random);
      Border border = new Border(mode, 0.25);
      float[] sampled = Images.sample(image, shape, map, Interpolation.BILINEAR, border);
      for (int i = 0; i < sampled.length; i++) {
        assertEquals(byDefinition(image, shape, map, border, i), sampled[i], 1e-6);
      }
    }
  }

  private static AffineMap randomMap(Shape shape, CounterRandom random) {
    return AffineMap.about(
        shape.width(),
        shape.height(),
        random.uniform(0, -180, 180),
        random.uniform(1, -6, 6),
        random.uniform(2, -6, 6),
        random.uniform(3, -40, 40),
        random.uniform(4, 0.3, 2),
        random.uniform(5, 0.3, 2));
  }

  private static double byDefinition(
      float[] image, Shape shape, AffineMap map, Border border, int element) {
    int width = shape.width();
    int pixel = element / shape.channels();
    int x = pixel % width;
    int y = pixel / width;
    double sourceX = map.xx() * x + map.xy() * y + map.x0();
    double sourceY = map.yx() * x + map.yy() * y + map.y0();
    if (border.mode() == FillMode.CONSTANT
        && (sourceX < 0 || sourceX > width - 1 || sourceY < 0 || sourceY > shape.height() - 1)) {
      return border.value();
    }
    double sum = 0;
    for (long line = -300; line < 300; line++) {
      double weightY = Math.max(0, 1 - Math.abs(sourceY - line));
      for (long column = -300; column < 300 && weightY > 0; column++) {
        double weight = weightY * Math.max(0, 1 - Math.abs(sourceX - column));
        if (weight > 0) {
          int at = border.index(line, shape.height()) * width + border.index(column, width);
          sum += weight * image[at * shape.channels() + element % shape.channels()];
        }
      }
    }
    return sum;
  }
}
