package dev.plenum.backend.purejava.internal.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WinogradTest {
  private static final int LENGTH = 4_000;
  private static final float[] ZEROS = new float[LENGTH];

  private final Random random = new Random(6);

  @ParameterizedTest
  @ValueSource(ints = {4, 6})
  void bothTwinsGiveTheSameBits(int size) {
    float[] in = randomArray();
    float[] scalar = randomArray();
    float[] vector = scalar.clone();
    float[] start = randomArray();
    Kernels.scalar().winograd().transformInput(size, 3, 32, in, 5, 40, 130, scalar, 2, 35, 110);
    Kernels.vector().winograd().transformInput(size, 3, 32, in, 5, 40, 130, vector, 2, 35, 110);
    assertArrayEquals(scalar, vector);
    Kernels.scalar()
        .winograd()
        .transformOutput(size, 3, 32, in, 5, 40, 130, start, scalar, 2, 35, 110);
    Kernels.vector()
        .winograd()
        .transformOutput(size, 3, 32, in, 5, 40, 130, start, vector, 2, 35, 110);
    assertArrayEquals(scalar, vector);
    Kernels.scalar().winograd().transformGradient(size, 3, 32, in, 5, 40, 130, scalar, 2, 35, 110);
    Kernels.vector().winograd().transformGradient(size, 3, 32, in, 5, 40, 130, vector, 2, 35, 110);
    assertArrayEquals(scalar, vector);
  }

  /** Along one line: the gradient of tap k is the sum of the outputs' gradients times the inputs k later. */
  @ParameterizedTest
  @ValueSource(ints = {4, 6})
  void theTransformsTogetherGiveTheGradientOfAFilter(int size) {
    int taps = size - 1;
    int step = Gemm.COLUMNS;
    float[] line = randomArray();
    float[] gradient = randomArray();
    float[] inputs = new float[LENGTH];
    float[] gradients = new float[LENGTH];
    Winograd winograd = Kernels.vector().winograd();
    winograd.transformInput(size, 1, step, line, 0, 0, step, inputs, 0, 0, step);
    winograd.transformGradient(size, 1, step, gradient, 0, 0, step, gradients, 0, 0, step);
    double[][] transform = lineTransform(size);
    for (int k = 0; k < taps; k++) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += transform[i][k] * inputs[i * step] * gradients[i * step];
      }
      double expected =
          (double) gradient[0] * line[k * step] + (double) gradient[step] * line[(k + 1) * step];
      assertEquals(expected, sum, 5e-6, "tap " + k);
    }
  }

  /** G, from the rows and columns of G ⊗ G that belong to the first row and column of the other G. */
  private static double[][] lineTransform(int size) {
    int taps = size - 1;
    float[] product = Winograd.filterTransform(size);
    double corner = Math.sqrt(product[0]);
    double[][] line = new double[size][taps];
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < taps; k++) {
        line[i][k] = product[i * size * taps * taps + k * taps] / corner;
      }
    }
    return line;
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 6})
  void theTransformsTogetherFilterATile(int size) {
    int taps = size - 1;
    float[] tile = randomArray();
    float[] filter = randomArray();
    float[] products = transformedTile(size, tile);
    float[] transform = Winograd.filterTransform(size);
    for (int i = 0; i < size * size; i++) {
      double factor = 0;
      for (int k = 0; k < taps * taps; k++) {
        factor += (double) transform[i * taps * taps + k] * filter[k];
      }
      products[i * Gemm.COLUMNS] *= (float) factor;
    }
    float[] outputs = transformedBack(size, products);
    for (int y = 0; y < 2; y++) {
      for (int x = 0; x < 2; x++) {
        double expected = 0;
        for (int k = 0; k < taps * taps; k++) {
          int pixel = (y + k / taps) * size + x + k % taps;
          expected += (double) tile[pixel * Gemm.COLUMNS] * filter[k];
        }
        assertEquals(expected, outputs[(y * 2 + x) * Gemm.COLUMNS], 2e-5);
      }
    }
  }

  @Test
  void theFilterTransformOfOneTapIsItsInterpolation() {
    // A filter of one tap 1 in the corner: the first of five points is 0, the next two ±1.
    float[] transform = Winograd.filterTransform(6);
    assertEquals(1 / 16f, transform[0]);
    assertEquals(1 / 36f, transform[7 * 25], 1e-9f);
  }

  /** Columns first, then rows; a value is a vector, of which only the first lane is looked at. */
  private static float[] transformedTile(int size, float[] tile) {
    Winograd winograd = Kernels.vector().winograd();
    int row = size * Gemm.COLUMNS;
    float[] half = new float[LENGTH];
    float[] whole = new float[LENGTH];
    winograd.transformInput(size, 1, row, tile, 0, 0, row, half, 0, 0, row);
    for (int i = 0; i < size; i++) {
      winograd.transformInput(
          size, 1, Gemm.COLUMNS, half, i * row, 0, Gemm.COLUMNS, whole, i * row, 0, Gemm.COLUMNS);
    }
    return whole;
  }

  private static float[] transformedBack(int size, float[] products) {
    Winograd winograd = Kernels.vector().winograd();
    int row = size * Gemm.COLUMNS;
    int pair = 2 * Gemm.COLUMNS;
    float[] half = new float[LENGTH];
    float[] whole = new float[LENGTH];
    for (int i = 0; i < size; i++) {
      winograd.transformOutput(
          size,
          1,
          Gemm.COLUMNS,
          products,
          i * row,
          0,
          Gemm.COLUMNS,
          ZEROS,
          half,
          i * pair,
          0,
          Gemm.COLUMNS);
    }
    winograd.transformOutput(size, 1, pair, half, 0, 0, pair, ZEROS, whole, 0, 0, pair);
    return whole;
  }

  private float[] randomArray() {
    float[] values = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
