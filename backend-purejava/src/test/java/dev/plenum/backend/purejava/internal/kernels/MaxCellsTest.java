package dev.plenum.backend.purejava.internal.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaxCellsTest {
  private final Random random = new Random(3);

  @Test
  void bothTwinsGiveTheSameBits() {
    for (int i = 0; i < 200; i++) {
      int pixels = 1 + random.nextInt(9);
      int channels = Gemm.COLUMNS * (1 + random.nextInt(3));
      int step = channels + random.nextInt(20);
      float[] in = values(3 + pixels * step + channels);
      float[] best = values(5 + pixels * channels);
      float[] winners = values(7 + pixels * channels);
      float[] bestOfVector = best.clone();
      float[] winnersOfVector = winners.clone();
      Kernels.scalar().maxCells().offer(pixels, channels, in, 3, step, 2f, best, 5, winners, 7);
      Kernels.vector()
          .maxCells()
          .offer(pixels, channels, in, 3, step, 2f, bestOfVector, 5, winnersOfVector, 7);
      assertArrayEquals(best, bestOfVector);
      assertArrayEquals(winners, winnersOfVector);
    }
  }

  @Test
  void theLargerValueWinsTheEarlierOfEqualsAndEveryNaN() {
    float[] in = new float[Gemm.COLUMNS];
    float[] best = new float[Gemm.COLUMNS];
    float[] winners = new float[Gemm.COLUMNS];
    Arrays.fill(best, 1f);
    in[0] = 2f;
    in[1] = 1f;
    in[2] = Float.NaN;
    best[3] = Float.NaN;
    for (Kernels kernels : new Kernels[] {Kernels.scalar(), Kernels.vector()}) {
      float[] b = best.clone();
      float[] w = winners.clone();
      kernels.maxCells().offer(1, Gemm.COLUMNS, in, 0, Gemm.COLUMNS, 3f, b, 0, w, 0);
      assertArrayEquals(new float[] {2f, 1f, Float.NaN, Float.NaN, 1f}, Arrays.copyOf(b, 5));
      assertArrayEquals(new float[] {3f, 0f, 3f, 0f, 0f}, Arrays.copyOf(w, 5));
    }
  }

  /** Few different values, so that many are equal; some NaN and infinities. */
  private float[] values(int size) {
    float[] special = {Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, -0f, 0f};
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      int draw = random.nextInt(20);
      values[i] = draw < special.length ? special[draw] : draw - 12;
    }
    return values;
  }
}
