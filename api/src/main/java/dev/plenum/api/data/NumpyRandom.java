package dev.plenum.api.data;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The part of NumPy's {@code RandomState} that scikit-learn splits by: MT19937 (Matsumoto and Nishimura,
 * 1998) and the shuffle of {@code permutation}, with the same numbers for the same seed.
 */
final class NumpyRandom {
  private static final int WORDS = 624;
  private static final int MIDDLE = 397;
  private static final int MATRIX = 0x9908b0df;
  private static final int UPPER = 0x80000000;

  private final int[] state = new int[WORDS];
  private int next = WORDS;

  /**
   * The state of {@code RandomState(seed)}.
   *
   * @throws IllegalArgumentException if the seed is not from 0 to 2³² − 1
   */
  NumpyRandom(long seed) {
    requireSeed(seed);
    state[0] = (int) seed;
    for (int i = 1; i < WORDS; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
    }
  }

  static void requireSeed(long seed) {
    if (seed < 0 || seed > 0xffffffffL) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT, "a seed of scikit-learn is from 0 to 4294967295, found %d", seed));
    }
  }

  private int bits() {
    if (next == WORDS) {
      refill();
      next = 0;
    }
    int bits = state[next++];
    bits ^= bits >>> 11;
    bits ^= bits << 7 & 0x9d2c5680;
    bits ^= bits << 15 & 0xefc60000;
    return bits ^ bits >>> 18;
  }

  private void refill() {
    for (int i = 0; i < WORDS; i++) {
      int bits = (state[i] & UPPER) | (state[(i + 1) % WORDS] & ~UPPER);
      state[i] = state[(i + MIDDLE) % WORDS] ^ bits >>> 1 ^ ((bits & 1) == 0 ? 0 : MATRIX);
    }
  }

  /** A number from 0 to {@code max}: bits are drawn until as many as it has make no larger one. */
  private int upTo(int max) {
    if (max == 0) {
      return 0;
    }
    int mask = -1 >>> Integer.numberOfLeadingZeros(max);
    int value = bits() & mask;
    while (value > max) {
      value = bits() & mask;
    }
    return value;
  }

  /** These numbers in another order, in a new array. */
  int[] permutation(int[] numbers) {
    int[] shuffled = numbers.clone();
    for (int i = shuffled.length - 1; i > 0; i--) {
      int j = upTo(i);
      int kept = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = kept;
    }
    return shuffled;
  }

  /** The numbers from 0 to {@code count} − 1 in another order. */
  int[] permutation(int count) {
    return permutation(IntStream.range(0, count).toArray());
  }
}
