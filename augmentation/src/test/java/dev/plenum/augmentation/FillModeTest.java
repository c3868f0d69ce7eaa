package dev.plenum.augmentation;

import static dev.plenum.augmentation.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The four pixels a b c d, with nine positions before and nine behind. */
class FillModeTest {
  private static final float[] ABCD = {0.1f, 0.2f, 0.3f, 0.4f};
  private static final float K = 0.75f;
  private static final int BEYOND = 9;

  private static String row(FillMode mode) {
    return switch (mode) {
      case NEAREST -> "aaaaaaaaa" + "abcd" + "ddddddddd";
      case CONSTANT -> "kkkkkkkkk" + "abcd" + "kkkkkkkkk";
      case REFLECT -> "aabcddcba" + "abcd" + "dcbaabcdd";
      case WRAP -> "dabcdabcd" + "abcd" + "abcdabcda";
    };
  }

  private static float valueAt(FillMode mode, int position) {
    char name = row(mode).charAt(BEYOND + position);
    return name == 'k' ? K : ABCD[name - 'a'];
  }

  private static float[] shifted(
      FillMode mode, Interpolation interpolation, Shape shape, double x, double y) {
    AffineMap map = new AffineMap(1, 0, x, 0, 1, y);
    return Images.sample(ABCD, shape, map, interpolation, new Border(mode, K));
  }

  @ParameterizedTest
  @EnumSource
  void aShiftedRowShowsTheTable(FillMode mode) {
    for (Interpolation interpolation : Interpolation.values()) {
      for (int shift = -BEYOND; shift <= BEYOND; shift++) {
        float[] row = shifted(mode, interpolation, Shape.of(1, 4, 1), shift, 0);
        float[] column = shifted(mode, interpolation, Shape.of(4, 1, 1), 0, shift);
        for (int i = 0; i < 4 && Math.abs(shift + i) <= BEYOND; i++) {
          assertEquals(valueAt(mode, shift + i), row[i], 0f, mode + " row at " + (shift + i));
          assertEquals(valueAt(mode, shift + i), column[i], 0f, mode + " column");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void valuesBetweenPositionsAreMixedOfTheTable(FillMode mode) {
    for (int at = -BEYOND; at < BEYOND; at++) {
      float[] row = shifted(mode, Interpolation.BILINEAR, Shape.of(1, 4, 1), at + 0.25, 0);
      boolean covered = mode == FillMode.CONSTANT && (at < 0 || at > 2);
      double mixed = covered ? K : 0.75 * valueAt(mode, at) + 0.25 * valueAt(mode, at + 1);
      assertEquals(mixed, row[0], 1e-7, mode + " at " + at + ".25");
    }
  }

  @Test
  void theConstantBeginsRightBehindTheCentresOfTheBorderPixels() {
    Shape shape = Shape.of(1, 4, 1);
    FillMode mode = FillMode.CONSTANT;
    for (Interpolation interpolation : Interpolation.values()) {
      assertArrayEquals(ABCD, shifted(mode, interpolation, shape, 0, 0));
      assertEquals(K, shifted(mode, interpolation, shape, -0.01, 0)[0], 0f);
      assertEquals(K, shifted(mode, interpolation, shape, 0.01, 0)[3], 0f);
      assertEquals(K, shifted(mode, interpolation, shape, 0, 0.01)[1], 0f);
      assertEquals(K, shifted(mode, interpolation, shape, 0, -0.01)[1], 0f);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSinglePixelIsSeenEverywhere(FillMode mode) {
    for (long position : new long[] {-1_000_000_007L, -2, -1, 0, 1, 2, 3_000_000_000L}) {
      assertEquals(0, mode.index(position, 1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void veryFarPositionsStillHaveAPixel(FillMode mode) {
    for (long position = 5_000_000_000L; position < 5_000_000_020L; position++) {
      int expected = (int)
          (mode == FillMode.WRAP
              ? position % 10
              : mode == FillMode.REFLECT
                  ? (position % 20 < 10 ? position % 20 : 19 - position % 20)
                  : 9);
      assertEquals(expected, mode.index(position, 10));
    }
  }

  @Test
  void theNamesAreKerass() {
    assertEquals("nearest", FillMode.NEAREST.toString());
    assertEquals("constant", FillMode.CONSTANT.toString());
    assertEquals("reflect", FillMode.REFLECT.toString());
    assertEquals("wrap", FillMode.WRAP.toString());
  }

  @Test
  void aFillValueThatIsNoPixelIsRefused() {
    assertRefused(() -> ImageAugmentation.none().fillValue(-0.1), "fill value", "0 to 1", "-0.1");
    assertRefused(() -> ImageAugmentation.none().fillValue(255), "fill value", "255");
    assertRefused(() -> ImageAugmentation.none().fillValue(Double.NaN), "NaN");
  }
}
