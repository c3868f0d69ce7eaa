package dev.plenum.datasets.internal.jpeg;

/**
 * The inverse cosine transform of a block, in whole numbers, so that it has the same bits everywhere:
 * Loeffler, Ligtenberg and Moschytz's with 11 multiplications, its factors in 13 bits and two bits more
 * between columns and rows, as libjpeg's accurate one ("islow") has them. It keeps a block of its own
 * between the two, so it is for one thread.
 */
final class InverseDct {
  private static final int FACTOR_BITS = 13;
  private static final int EXTRA_BITS = 2;
  private static final int COLUMN_SHIFT = FACTOR_BITS - EXTRA_BITS;
  /** The transform is 8 times too large, 2 per axis and their square root twice. */
  private static final int ROW_SHIFT = FACTOR_BITS + EXTRA_BITS + 3;

  private static final int MIDDLE = 128;

  private static final int F_0_298 = 2446;
  private static final int F_0_390 = 3196;
  private static final int F_0_541 = 4433;
  private static final int F_0_765 = 6270;
  private static final int F_0_899 = 7373;
  private static final int F_1_175 = 9633;
  private static final int F_1_501 = 12299;
  private static final int F_1_847 = 15137;
  private static final int F_1_961 = 16069;
  private static final int F_2_053 = 16819;
  private static final int F_2_562 = 20995;
  private static final int F_3_072 = 25172;

  private final int[] between = new int[Block.SIZE];

  /**
   * Transforms a block and clamps the samples to 0 … 255.
   *
   * @param block coefficients, times their steps, in rows
   * @param to where the samples go
   * @param at the place of the first
   * @param rowLength from a row of the block to the next
   */
  void transform(int[] block, byte[] to, int at, int rowLength) {
    for (int column = 0; column < Block.SIDE; column++) {
      transformColumn(block, column);
    }
    for (int row = 0; row < Block.SIDE; row++) {
      transformRow(row * Block.SIDE, to, at + row * rowLength);
    }
  }

  private void transformColumn(int[] in, int i) {
    int[] out = between;
    if ((in[i + 8] | in[i + 16] | in[i + 24] | in[i + 32] | in[i + 40] | in[i + 48] | in[i + 56])
        == 0) {
      int same = in[i] << EXTRA_BITS;
      for (int row = 0; row < Block.SIZE; row += Block.SIDE) {
        out[i + row] = same;
      }
      return;
    }
    int rotated = (in[i + 16] + in[i + 48]) * F_0_541;
    int even2 = rotated - in[i + 48] * F_1_847;
    int even3 = rotated + in[i + 16] * F_0_765;
    int even0 = (in[i] + in[i + 32]) << FACTOR_BITS;
    int even1 = (in[i] - in[i + 32]) << FACTOR_BITS;
    int sum0 = even0 + even3;
    int sum3 = even0 - even3;
    int sum1 = even1 + even2;
    int sum2 = even1 - even2;

    int odd0 = in[i + 56];
    int odd1 = in[i + 40];
    int odd2 = in[i + 24];
    int odd3 = in[i + 8];
    int all = (odd0 + odd2 + odd1 + odd3) * F_1_175;
    int z1 = (odd0 + odd3) * -F_0_899;
    int z2 = (odd1 + odd2) * -F_2_562;
    int z3 = (odd0 + odd2) * -F_1_961 + all;
    int z4 = (odd1 + odd3) * -F_0_390 + all;
    odd0 = odd0 * F_0_298 + z1 + z3;
    odd1 = odd1 * F_2_053 + z2 + z4;
    odd2 = odd2 * F_3_072 + z2 + z3;
    odd3 = odd3 * F_1_501 + z1 + z4;

    out[i] = rounded(sum0 + odd3, COLUMN_SHIFT);
    out[i + 56] = rounded(sum0 - odd3, COLUMN_SHIFT);
    out[i + 8] = rounded(sum1 + odd2, COLUMN_SHIFT);
    out[i + 48] = rounded(sum1 - odd2, COLUMN_SHIFT);
    out[i + 16] = rounded(sum2 + odd1, COLUMN_SHIFT);
    out[i + 40] = rounded(sum2 - odd1, COLUMN_SHIFT);
    out[i + 24] = rounded(sum3 + odd0, COLUMN_SHIFT);
    out[i + 32] = rounded(sum3 - odd0, COLUMN_SHIFT);
  }

  private void transformRow(int i, byte[] out, int at) {
    int[] in = between;
    int rotated = (in[i + 2] + in[i + 6]) * F_0_541;
    int even2 = rotated - in[i + 6] * F_1_847;
    int even3 = rotated + in[i + 2] * F_0_765;
    int even0 = (in[i] + in[i + 4]) << FACTOR_BITS;
    int even1 = (in[i] - in[i + 4]) << FACTOR_BITS;
    int sum0 = even0 + even3;
    int sum3 = even0 - even3;
    int sum1 = even1 + even2;
    int sum2 = even1 - even2;

    int odd0 = in[i + 7];
    int odd1 = in[i + 5];
    int odd2 = in[i + 3];
    int odd3 = in[i + 1];
    int all = (odd0 + odd2 + odd1 + odd3) * F_1_175;
    int z1 = (odd0 + odd3) * -F_0_899;
    int z2 = (odd1 + odd2) * -F_2_562;
    int z3 = (odd0 + odd2) * -F_1_961 + all;
    int z4 = (odd1 + odd3) * -F_0_390 + all;
    odd0 = odd0 * F_0_298 + z1 + z3;
    odd1 = odd1 * F_2_053 + z2 + z4;
    odd2 = odd2 * F_3_072 + z2 + z3;
    odd3 = odd3 * F_1_501 + z1 + z4;

    out[at] = sample(sum0 + odd3);
    out[at + 7] = sample(sum0 - odd3);
    out[at + 1] = sample(sum1 + odd2);
    out[at + 6] = sample(sum1 - odd2);
    out[at + 2] = sample(sum2 + odd1);
    out[at + 5] = sample(sum2 - odd1);
    out[at + 3] = sample(sum3 + odd0);
    out[at + 4] = sample(sum3 - odd0);
  }

  private static byte sample(int value) {
    return (byte) Math.max(0, Math.min(255, rounded(value, ROW_SHIFT) + MIDDLE));
  }

  private static int rounded(int value, int shift) {
    return (value + (1 << (shift - 1))) >> shift;
  }
}
