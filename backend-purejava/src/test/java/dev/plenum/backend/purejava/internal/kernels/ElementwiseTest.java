package dev.plenum.backend.purejava.internal.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ElementwiseTest {
  private final Random random = new Random(8);

  @Test
  void bothTwinsGiveTheSameBitsForAnyLength() {
    for (int count = 0; count < 70; count++) {
      float[] a = values(100);
      float[] b = values(100);
      float[] scalar = values(100);
      float[] vector = scalar.clone();
      Kernels.scalar().elementwise().multiply(a, 3, b, 5, scalar, 7, count);
      Kernels.vector().elementwise().multiply(a, 3, b, 5, vector, 7, count);
      assertSameBits(scalar, vector);
      Kernels.scalar().elementwise().multiplyByReluDerivative(a, 3, scalar, 5, count);
      Kernels.vector().elementwise().multiplyByReluDerivative(a, 3, vector, 5, count);
      assertSameBits(scalar, vector);
      Kernels.scalar().elementwise().multiplyByClippedReluDerivative(a, 3, 0.5f, scalar, 5, count);
      Kernels.vector().elementwise().multiplyByClippedReluDerivative(a, 3, 0.5f, vector, 5, count);
      assertSameBits(scalar, vector);
      Kernels.scalar().elementwise().select(a, 3, b, 5, b[9], scalar, 7, count);
      Kernels.vector().elementwise().select(a, 3, b, 5, b[9], vector, 7, count);
      assertSameBits(scalar, vector);
    }
  }

  @Test
  void aGradientPassesWhereTheOutputIsPositiveEvenIfDenormal() {
    float[] outputs = {0f, 1f, Float.MIN_VALUE, -0f, Float.POSITIVE_INFINITY};
    float[] gradient = {2f, 3f, 4f, 5f, 6f};
    Kernels.scalar().elementwise().multiplyByReluDerivative(outputs, 0, gradient, 0, 5);
    assertArrayEquals(new float[] {0f, 3f, 4f, 0f, 6f}, gradient);
  }

  @Test
  void aClippedGradientPassesBetweenZeroAndTheLimit() {
    float[] outputs = {0f, 1f, Float.MIN_VALUE, 6f, 5.9f};
    float[] gradient = {2f, 3f, 4f, 5f, 6f};
    Kernels.scalar().elementwise().multiplyByClippedReluDerivative(outputs, 0, 6f, gradient, 0, 5);
    assertArrayEquals(new float[] {0f, 3f, 4f, 0f, 6f}, gradient);
  }

  @Test
  void aValueIsSelectedByItsKey() {
    float[] out = {9f, 9f, 9f, 9f};
    Kernels.scalar()
        .elementwise()
        .select(new float[] {1f, 2f, 3f}, 0, new float[] {4f, 0f, 4f}, 0, 4f, out, 1, 3);
    assertArrayEquals(new float[] {9f, 1f, 0f, 3f}, out);
  }

  @Test
  void bothTwinsFindTheValuesThatAreNotZero() {
    for (int count = 0; count <= Long.SIZE; count++) {
      float[] a = values(100);
      a[5] = Float.NaN;
      long expected = 0;
      for (int i = 0; i < count; i++) {
        expected |= a[3 + i] != 0f ? 1L << i : 0L;
      }
      assertEquals(expected, Kernels.scalar().elementwise().nonZeros(a, 3, count));
      assertEquals(expected, Kernels.vector().elementwise().nonZeros(a, 3, count));
    }
  }

  @Test
  void onlyWhatIsAskedForIsMultiplied() {
    for (Kernels kernels : new Kernels[] {Kernels.scalar(), Kernels.vector()}) {
      float[] out = new float[60];
      Arrays.fill(out, 7f);
      float[] twos = new float[60];
      Arrays.fill(twos, 2f);
      kernels.elementwise().multiply(twos, 0, twos, 0, out, 20, 37);
      assertEquals(7f, out[19]);
      assertEquals(4f, out[20]);
      assertEquals(4f, out[56]);
      assertEquals(7f, out[57]);
    }
  }

  private static void assertSameBits(float[] expected, float[] actual) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(Float.floatToIntBits(expected[i]), Float.floatToIntBits(actual[i]));
    }
  }

  /** Zeros of both signs, denormals and infinities among them. */
  private float[] values(int size) {
    float[] special = {-0f, 0f, Float.MIN_VALUE, Float.POSITIVE_INFINITY};
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      int draw = random.nextInt(12);
      values[i] = draw < special.length ? special[draw] : random.nextFloat() - 0.5f;
    }
    return values;
  }
}
