package dev.plenum.backend.purejava.internal.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The kernels of {@link Elementwise} for batch normalisation, sums and depthwise convolutions. */
class NormalisationKernelsTest {
  private static final int SIZE = 400;

  private final Random random = new Random(9);
  private final float[] a = values();
  private final float[] b = values();
  private final float[] c = values();
  private final float[] d = values();
  private final float[] e = values();
  private final float[] f = values();

  /** A kernel that works on {@code count} values, on arrays of this test at different offsets. */
  private interface Kernel {
    void run(Elementwise elementwise, float[] out, int count);
  }

  private final Map<String, Kernel> kernels = Map.of(
      "add", (twin, out, count) -> twin.add(a, 3, b, 5, out, 7, count),
      "scaleAndShift", (twin, out, count) -> twin.scaleAndShift(a, 3, b, c, 5, out, 7, count),
      "normalise", (twin, out, count) -> twin.normalise(a, 3, b, c, d, 5, out, 7, count),
      "addSquares", (twin, out, count) -> twin.addSquares(a, 3, b, 5, out, 7, count),
      "addProducts", (twin, out, count) -> twin.addProducts(a, 3, b, 5, c, 6, out, 7, count),
      "normaliseBack",
          (twin, out, count) -> twin.normaliseBack(a, 3, b, 5, c, d, e, f, 6, out, 7, count),
      "multiplyAddPixels",
          (twin, out, count) -> twin.multiplyAddPixels(3, count, a, 3, 75, b, 5, 80, out, 7, 90),
      "multiplyAddPixels with one a",
          (twin, out, count) -> twin.multiplyAddPixels(3, count, a, 3, 0, b, 5, 80, out, 7, 90),
      "multiplyAddPixels into one out",
          (twin, out, count) -> twin.multiplyAddPixels(3, count, a, 3, 75, b, 5, 80, out, 7, 0));

  @Test
  void bothTwinsGiveTheSameBitsForAnyLengthAndWriteNothingElse() {
    kernels.forEach((name, kernel) -> {
      for (int count = 0; count < 70; count++) {
        float[] before = values();
        float[] scalar = before.clone();
        float[] vector = before.clone();
        kernel.run(Kernels.scalar().elementwise(), scalar, count);
        kernel.run(Kernels.vector().elementwise(), vector, count);
        for (int i = 0; i < SIZE; i++) {
          assertEquals(
              Float.floatToIntBits(scalar[i]), Float.floatToIntBits(vector[i]), name + " " + count);
        }
        assertEquals(before[6], scalar[6], name);
        assertEquals(before[7 + count], scalar[7 + count], name);
      }
    });
  }

  @Test
  void scaleAndShiftIsALineForEachChannel() {
    float[] out = new float[2];
    scalar()
        .scaleAndShift(
            new float[] {3, 5}, 0, new float[] {2, -1}, new float[] {1, 10}, 0, out, 0, 2);
    assertArrayEquals(new float[] {7, 5}, out);
  }

  @Test
  void normaliseTakesTheMeanAwayFirst() {
    float[] out = new float[1];
    scalar()
        .normalise(
            new float[] {3}, 0, new float[] {1}, new float[] {4}, new float[] {10}, 0, out, 0, 1);
    assertArrayEquals(new float[] {18}, out);
  }

  @Test
  void squaresAndProductsAddUp() {
    float[] sums = {100};
    scalar().addSquares(new float[] {5}, 0, new float[] {2}, 0, sums, 0, 1);
    assertArrayEquals(new float[] {109}, sums);
    scalar().addProducts(new float[] {7}, 0, new float[] {5}, 0, new float[] {2}, 0, sums, 0, 1);
    assertArrayEquals(new float[] {130}, sums);
  }

  /** 2 · 3 + (4 · (7 − 5) + 1). */
  @Test
  void normaliseBackIsTheGradientsShareAndTheRest() {
    float[] out = new float[1];
    scalar()
        .normaliseBack(
            new float[] {3},
            0,
            new float[] {7},
            0,
            new float[] {5},
            new float[] {2},
            new float[] {4},
            new float[] {1},
            0,
            out,
            0,
            1);
    assertArrayEquals(new float[] {15}, out);
  }

  @Test
  void pixelsAreMultipliedOneAfterAnother() {
    float[] pixels = {1, 2, 3, 4};
    float[] kernel = {10, 100};
    float[] each = {5, 5, 5, 5};
    scalar().multiplyAddPixels(2, 2, pixels, 0, 2, kernel, 0, 0, each, 0, 2);
    assertArrayEquals(new float[] {15, 205, 35, 405}, each);
    float[] sums = {5, 5};
    scalar().multiplyAddPixels(2, 2, pixels, 0, 2, kernel, 0, 0, sums, 0, 0);
    assertArrayEquals(new float[] {45, 605}, sums);
  }

  private static Elementwise scalar() {
    return Kernels.scalar().elementwise();
  }

  /** Zeros of both signs and denormals among them. */
  private float[] values() {
    float[] special = {-0f, 0f, Float.MIN_VALUE};
    float[] values = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      int draw = random.nextInt(12);
      values[i] = draw < special.length ? special[draw] : (float) random.nextGaussian();
    }
    return values;
  }
}
