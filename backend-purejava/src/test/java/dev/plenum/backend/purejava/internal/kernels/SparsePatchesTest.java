package dev.plenum.backend.purejava.internal.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SparsePatchesTest {
  private static final int CASES = 200;
  private static final int SIZE = 6_000;

  private final Random random = new Random(4);

  @Test
  void gatheringGivesTheSameBitsInBothTwins() {
    for (int i = 0; i < CASES; i++) {
      Case list = new Case();
      float[] sums = randomArray();
      float[] sumsOfVector = sums.clone();
      list.gather(Kernels.scalar(), sums);
      list.gather(Kernels.vector(), sumsOfVector);
      assertArrayEquals(sums, sumsOfVector);
    }
  }

  @Test
  void scatteringGivesTheSameBitsInBothTwins() {
    for (int i = 0; i < CASES; i++) {
      Case list = new Case();
      float[] out = randomArray();
      float[] outOfVector = out.clone();
      list.scatter(Kernels.scalar(), out);
      list.scatter(Kernels.vector(), outOfVector);
      assertArrayEquals(out, outOfVector);
    }
  }

  @Test
  void gatheringSumsTheEntriesInTheirOrder() {
    Case list = new Case();
    float[] sums = randomArray();
    float[] expected = sums.clone();
    int rowSize = list.patch.chunks() * Gemm.COLUMNS;
    for (int i = 0; i < list.patch.rows() * rowSize; i++) {
      float sum = 0;
      for (int e = list.from; e < list.to; e++) {
        int position = 9 + list.starts[list.pixels[e]] + i / rowSize * list.patch.rowStep();
        sum = Math.fma(list.values[e], list.in[position + i % rowSize], sum);
      }
      expected[11 + i] += sum;
    }
    list.gather(Kernels.vector(), sums);
    assertArrayEquals(expected, sums);
  }

  private float[] randomArray() {
    float[] values = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private Patch randomPatch() {
    int chunks = 1 + random.nextInt(15);
    return new Patch(1 + random.nextInt(5), Gemm.COLUMNS * (chunks + random.nextInt(4)), chunks);
  }

  private final class Case {
    private final Patch patch = randomPatch();
    private final int[] starts = new int[50];
    private final int[] pixels = new int[100];
    private final float[] values = randomArray();
    private final float[] in = randomArray();
    private final int from = random.nextInt(50);
    private final int to = from + random.nextInt(50);

    Case() {
      for (int i = 0; i < starts.length; i++) {
        starts[i] = random.nextInt(200) * Gemm.COLUMNS;
      }
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = random.nextInt(starts.length);
      }
    }

    void gather(Kernels kernels, float[] sums) {
      kernels.sparsePatches().gather(patch, from, to, pixels, values, starts, in, 9, sums, 11);
    }

    void scatter(Kernels kernels, float[] out) {
      kernels.sparsePatches().scatter(patch, from, to, pixels, values, starts, in, 11, out, 9);
    }
  }
}
