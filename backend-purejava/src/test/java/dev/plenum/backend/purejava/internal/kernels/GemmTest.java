package dev.plenum.backend.purejava.internal.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GemmTest {
  private static final int CASES = 300;
  private static final int SIZE = 40_000;

  private final Random random = new Random(5);
  private final float[] a = randomArray();
  private final float[] b = randomArray();
  private final float[] c = randomArray();

  @Test
  void theTestsRunOnVectorKernels() {
    assertTrue(
        Kernels.isVectorAvailable(), "run the tests with --add-modules jdk.incubator.vector");
    assertTrue(Kernels.vector().instructionSet().startsWith("vector "));
  }

  @Test
  void bothTwinsGiveTheSameBitsForAnySizeAndStride() {
    for (int i = 0; i < CASES; i++) {
      Case sizes = randomCase();
      float[] scalar = sizes.run(Kernels.scalar().newGemm().get());
      float[] vector = sizes.run(Kernels.vector().newGemm().get());
      assertArrayEquals(scalar, vector, sizes::toString); // without a delta −0 is not 0
    }
  }

  @Test
  void theScalarTwinIsTheSpecification() {
    for (int i = 0; i < CASES; i++) {
      Case sizes = randomCase();
      assertArrayEquals(
          sizes.specification(), sizes.run(Kernels.scalar().newGemm().get()), sizes::toString);
    }
  }

  @Test
  void columnsArePaddedToWholeVectors() {
    assertEquals(16, Gemm.padded(1));
    assertEquals(16, Gemm.padded(16));
    assertEquals(32, Gemm.padded(17));
  }

  private Case randomCase() {
    int rows = 1 + random.nextInt(40);
    int columns = Gemm.COLUMNS * (1 + random.nextInt(5));
    int depth = random.nextInt(60);
    boolean transposed = random.nextBoolean();
    int spare = random.nextInt(20);
    return new Case(
        rows,
        columns,
        depth,
        random.nextInt(30),
        transposed ? 1 : depth + spare,
        transposed ? rows + spare : 1,
        random.nextInt(30),
        columns + random.nextInt(9),
        random.nextInt(30),
        columns + random.nextInt(9));
  }

  private float[] randomArray() {
    float[] values = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private final class Case {
    private final int rows;
    private final int columns;
    private final int depth;
    private final int aOffset;
    private final int aRow;
    private final int aDepth;
    private final int bOffset;
    private final int bRow;
    private final int cOffset;
    private final int cRow;

    Case(
        int rows,
        int columns,
        int depth,
        int aOffset,
        int aRow,
        int aDepth,
        int bOffset,
        int bRow,
        int cOffset,
        int cRow) {
      this.rows = rows;
      this.columns = columns;
      this.depth = depth;
      this.aOffset = aOffset;
      this.aRow = aRow;
      this.aDepth = aDepth;
      this.bOffset = bOffset;
      this.bRow = bRow;
      this.cOffset = cOffset;
      this.cRow = cRow;
    }

    float[] run(Gemm gemm) {
      float[] result = c.clone();
      gemm.multiplyAdd(
          rows, columns, depth, a, aOffset, aRow, aDepth, b, bOffset, bRow, result, cOffset, cRow);
      return result;
    }

    /** The sentence of {@link Gemm}'s documentation, word by word. */
    float[] specification() {
      float[] result = c.clone();
      for (int r = 0; r < rows; r++) {
        for (int column = 0; column < columns; column++) {
          float s = 0;
          for (int d = 0; d < depth; d++) {
            s = Math.fma(a[aOffset + r * aRow + d * aDepth], b[bOffset + d * bRow + column], s);
          }
          result[cOffset + r * cRow + column] += s;
        }
      }
      return result;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d rows, %d columns, depth %d, A strides %d and %d",
          rows,
          columns,
          depth,
          aRow,
          aDepth);
    }
  }
}
