package dev.plenum.backend.purejava.internal.kernels;

import static dev.plenum.backend.purejava.internal.kernels.Winograd.SIZE;
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
  @ValueSource(ints = {3, 5})
  void bothTwinsGiveTheSameBits(int taps) {
    int outputs = Winograd.outputs(taps);
    Winograd one = Kernels.scalar().winograd();
    Winograd other = Kernels.vector().winograd();
    float[] in = randomArray();
    float[] scalar = randomArray();
    float[] vector = scalar.clone();
    float[] start = randomArray();
    one.transformInput(3, 32, in, 5, 40, 130, scalar, 2, 35, 110);
    other.transformInput(3, 32, in, 5, 40, 130, vector, 2, 35, 110);
    assertArrayEquals(scalar, vector);
    one.transformOutput(outputs, 3, 32, in, 5, 40, 130, start, scalar, 2, 35, 110);
    other.transformOutput(outputs, 3, 32, in, 5, 40, 130, start, vector, 2, 35, 110);
    assertArrayEquals(scalar, vector);
    one.transformGradient(outputs, 3, 32, in, 5, 40, 130, scalar, 2, 35, 110);
    other.transformGradient(outputs, 3, 32, in, 5, 40, 130, vector, 2, 35, 110);
    assertArrayEquals(scalar, vector);
  }

  /** Along one line: the gradient of tap k is the sum of the outputs' gradients times the inputs k later. */
  @ParameterizedTest
  @ValueSource(ints = {3, 5})
  void theTransformsTogetherGiveTheGradientOfAFilter(int taps) {
    int outputs = Winograd.outputs(taps);
    int step = Gemm.COLUMNS;
    float[] line = randomArray();
    float[] gradient = randomArray();
    float[] inputs = new float[LENGTH];
    float[] gradients = new float[LENGTH];
    Winograd winograd = Kernels.vector().winograd();
    winograd.transformInput(1, step, line, 0, 0, step, inputs, 0, 0, step);
    winograd.transformGradient(outputs, 1, step, gradient, 0, 0, step, gradients, 0, 0, step);
    double[][] transform = lineTransform(taps);
    for (int k = 0; k < taps; k++) {
      double sum = 0;
      for (int i = 0; i < SIZE; i++) {
        sum += transform[i][k] * inputs[i * step] * gradients[i * step];
      }
      double expected = 0;
      for (int o = 0; o < outputs; o++) {
        expected += (double) gradient[o * step] * line[(k + o) * step];
      }
      assertEquals(expected, sum, 1e-5, "tap " + k);
    }
  }

  /** G, from the rows and columns of G ⊗ G that belong to the first row and column of the other G. */
  private static double[][] lineTransform(int taps) {
    float[] product = Winograd.filterTransform(taps);
    double corner = Math.sqrt(product[0]);
    double[][] line = new double[SIZE][taps];
    for (int i = 0; i < SIZE; i++) {
      for (int k = 0; k < taps; k++) {
        line[i][k] = product[i * SIZE * taps * taps + k * taps] / corner;
      }
    }
    return line;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5})
  void theTransformsTogetherFilterATile(int taps) {
    int size = Winograd.outputs(taps);
    float[] tile = randomArray();
    float[] filter = randomArray();
    float[] products = transformedTile(tile);
    float[] transform = Winograd.filterTransform(taps);
    for (int i = 0; i < SIZE * SIZE; i++) {
      double factor = 0;
      for (int k = 0; k < taps * taps; k++) {
        factor += (double) transform[i * taps * taps + k] * filter[k];
      }
      products[i * Gemm.COLUMNS] *= (float) factor;
    }
    float[] outputs = transformedBack(size, products);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double expected = 0;
        for (int k = 0; k < taps * taps; k++) {
          int pixel = (y + k / taps) * SIZE + x + k % taps;
          expected += (double) tile[pixel * Gemm.COLUMNS] * filter[k];
        }
        assertEquals(expected, outputs[(y * size + x) * Gemm.COLUMNS], 2e-5);
      }
    }
  }

  @Test
  void theFilterTransformOfOneTapIsItsInterpolation() {
    // A filter of one tap 1 in the corner: the first of five points is 0, the next two ±1.
    float[] transform = Winograd.filterTransform(5);
    assertEquals(1 / 16f, transform[0]);
    assertEquals(1 / 36f, transform[7 * 25], 1e-9f);
  }

  /** Columns first, then rows; a value is a vector, of which only the first lane is looked at. */
  private static float[] transformedTile(float[] tile) {
    Winograd winograd = Kernels.vector().winograd();
    int row = SIZE * Gemm.COLUMNS;
    float[] half = new float[LENGTH];
    float[] whole = new float[LENGTH];
    winograd.transformInput(1, row, tile, 0, 0, row, half, 0, 0, row);
    for (int i = 0; i < SIZE; i++) {
      winograd.transformInput(
          1, Gemm.COLUMNS, half, i * row, 0, Gemm.COLUMNS, whole, i * row, 0, Gemm.COLUMNS);
    }
    return whole;
  }

  private static float[] transformedBack(int size, float[] products) {
    Winograd winograd = Kernels.vector().winograd();
    int row = SIZE * Gemm.COLUMNS;
    int outputs = size * Gemm.COLUMNS;
    float[] half = new float[LENGTH];
    float[] whole = new float[LENGTH];
    for (int i = 0; i < SIZE; i++) {
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
          i * outputs,
          0,
          Gemm.COLUMNS);
    }
    winograd.transformOutput(size, 1, outputs, half, 0, 0, outputs, ZEROS, whole, 0, 0, outputs);
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
