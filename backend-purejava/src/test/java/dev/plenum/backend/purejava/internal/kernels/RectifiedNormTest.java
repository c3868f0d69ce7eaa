package dev.plenum.backend.purejava.internal.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RectifiedNormTest {
  private static final int SIZE = 200;
  private static final int START = 4;
  private static final List<RectifiedNorm> TWINS =
      List.of(new ScalarRectifiedNorm(), new VectorRectifiedNorm());

  private final Random random = new Random(9);
  private final float[] mean = values();
  private final float[] scale = values();
  private final float[] shift = values();
  private final float[] ofDifference = values();
  private final float[] constant = values();
  private final float[] x = values();
  private final float[] g = values();

  /** The passes of {@link Elementwise}: normalise, rectify; the derivative, sums, products; back. */
  @ParameterizedTest
  @ValueSource(floats = {Float.POSITIVE_INFINITY, 0.75f})
  void onePassHasTheBitsOfSeveralForAnyLength(float limit) {
    var k =
        new RectifiedNorm.Coefficients(mean, scale, shift, ofDifference, constant, START, limit);
    for (int count = 0; count < 70; count++) {
      float[] before = values();
      float[] y = rectified(before, count, limit);
      float[] passing = passing(y, count, limit);
      float[] sums = before.clone();
      float[] products = before.clone();
      float[] back = before.clone();
      elementwise().add(passing, 0, before, START, sums, START, count);
      elementwise().addProducts(passing, 0, x, 3, mean, START, products, START, count);
      elementwise()
          .normaliseBack(
              passing, 0, x, 3, mean, scale, ofDifference, constant, START, back, 7, count);
      for (RectifiedNorm twin : TWINS) {
        float[] own = before.clone();
        twin.apply(k, x, 3, own, 7, count);
        assertSameBits(y, own);
        float[] ownSums = before.clone();
        float[] ownProducts = before.clone();
        twin.addGradients(k, g, 5, x, 3, ownSums, ownProducts, count);
        assertSameBits(sums, ownSums);
        assertSameBits(products, ownProducts);
        own = before.clone();
        twin.giveBack(k, g, 5, x, 3, own, 7, count);
        assertSameBits(back, own);
      }
    }
  }

  /** ReLU of (3 − 1) · 4 + 10 and of (3 − 1) · (−4) + 1; the gradient of the second does not pass. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void whatIsNegativeBecomesZeroAndItsGradientToo(int number) {
    RectifiedNorm twin = TWINS.get(number);
    var k = new RectifiedNorm.Coefficients(
        new float[] {1, 1},
        new float[] {4, -4},
        new float[] {10, 1},
        new float[] {100, 100},
        new float[] {1000, 1000},
        0,
        Float.POSITIVE_INFINITY);
    float[] inputs = {3, 3};
    float[] gradient = {5, 5};
    float[] y = new float[2];
    float[] sums = {1, 1};
    float[] products = {1, 1};
    float[] back = new float[2];
    twin.apply(k, inputs, 0, y, 0, 2);
    twin.addGradients(k, gradient, 0, inputs, 0, sums, products, 2);
    twin.giveBack(k, gradient, 0, inputs, 0, back, 0, 2);
    assertArrayEquals(new float[] {18, 0}, y);
    assertArrayEquals(new float[] {6, 1}, sums);
    assertArrayEquals(new float[] {11, 1}, products);
    assertArrayEquals(new float[] {1220, 1200}, back);
  }

  private float[] rectified(float[] before, int count, float limit) {
    float[] y = before.clone();
    elementwise().normalise(x, 3, mean, scale, shift, START, y, 7, count);
    for (int i = 7; i < 7 + count; i++) {
      y[i] = Math.min(Math.max(y[i], 0f), limit);
    }
    return y;
  }

  private float[] passing(float[] y, int count, float limit) {
    float[] passing = new float[count];
    System.arraycopy(g, 5, passing, 0, count);
    if (Float.isInfinite(limit)) {
      elementwise().multiplyByReluDerivative(y, 7, passing, 0, count);
    } else {
      elementwise().multiplyByClippedReluDerivative(y, 7, limit, passing, 0, count);
    }
    return passing;
  }

  private static void assertSameBits(float[] expected, float[] actual) {
    for (int i = 0; i < SIZE; i++) {
      assertEquals(Float.floatToIntBits(expected[i]), Float.floatToIntBits(actual[i]), "at " + i);
    }
  }

  private static Elementwise elementwise() {
    return Kernels.scalar().elementwise();
  }

  /** Zeros of both signs, infinities, NaN and denormals among them. */
  private float[] values() {
    float[] special = {-0f, 0f, Float.MIN_VALUE, Float.NaN, Float.POSITIVE_INFINITY, -1f, 1f};
    float[] values = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      int draw = random.nextInt(5 * special.length);
      values[i] = draw < special.length ? special[draw] : (float) random.nextGaussian();
    }
    return values;
  }
}
