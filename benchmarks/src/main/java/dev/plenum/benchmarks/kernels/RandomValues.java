package dev.plenum.benchmarks.kernels;

import java.util.Random;

/** Arrays of random values, always the same. */
final class RandomValues {
  private static final long SEED = 1;

  private RandomValues() {}

  /** Values in [0, 1). */
  static float[] positive(int size) {
    Random random = new Random(SEED);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }

  /** Values in [-1, 1), so that sums stay small. */
  static float[] signed(int size) {
    float[] values = positive(size);
    for (int i = 0; i < size; i++) {
      values[i] = 2 * values[i] - 1;
    }
    return values;
  }

  /** Values in [-1, 1), of which a share is zero. */
  static float[] sparse(int size, double zeros) {
    Random random = new Random(SEED);
    float[] values = signed(size);
    for (int i = 0; i < size; i++) {
      values[i] = random.nextDouble() < zeros ? 0 : values[i];
    }
    return values;
  }
}
