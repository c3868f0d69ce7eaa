package dev.plenum.api.random;

/**
 * A random function of a key and a counter. There is no hidden state: the number at a counter is the
 * same however often, in whatever order and on whatever thread it is asked for.
 *
 * <p>The key folds a purpose, a seed and further coordinates (layer, epoch, image …) into 64 bits;
 * number {@code i} is the SplitMix64 output of the state {@code key + (i + 1)·γ} (Steele, Lea and
 * Flood, "Fast splittable pseudorandom number generators", 2014; finaliser "variant 13" of Stafford).
 */
public final class CounterRandom {
  /** The odd number nearest to 2⁶⁴ divided by the golden ratio. */
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private final long key;

  private CounterRandom(long key) {
    this.key = key;
  }

  /**
   * {@return the function for a purpose, a seed and the coordinates that the purpose names}
   *
   * @param purpose what the numbers are for
   * @param seed what everything random in the run follows from
   * @param coordinates in the order in which the purpose names them; {@link #at} adds further ones
   */
  public static CounterRandom of(Purpose purpose, Seed seed, long... coordinates) {
    return new CounterRandom(key(purpose, seed, coordinates));
  }

  private static long key(Purpose purpose, Seed seed, long... coordinates) {
    long key = fold(fold(0, purpose.code()), seed.value());
    for (long coordinate : coordinates) {
      key = fold(key, coordinate);
    }
    return key;
  }

  /**
   * {@return the function for one more coordinate}
   *
   * @param coordinate the next one of those that the purpose names
   */
  public CounterRandom at(long coordinate) {
    return new CounterRandom(fold(key, coordinate));
  }

  /**
   * {@return the key of {@link #at at(coordinate)}, for inner loops that must not allocate} To be used with
   * {@link #bits(long, long)}.
   *
   * @param coordinate the next one of those that the purpose names
   */
  public long keyAt(long coordinate) {
    return fold(key, coordinate);
  }

  /**
   * {@return 64 random bits at this counter of the function with that key}
   *
   * @param key from {@link #keyAt}
   * @param counter the number of the draw, from 0
   */
  public static long bits(long key, long counter) {
    return mix(key + (counter + 1) * GAMMA);
  }

  /**
   * {@return 64 random bits}
   *
   * @param counter the number of the draw, from 0
   */
  public long bits(long counter) {
    return bits(key, counter);
  }

  /**
   * {@return a number in [0, 1), a multiple of 2⁻⁵³}
   *
   * @param counter the number of the draw, from 0
   */
  public double uniform(long counter) {
    return (bits(counter) >>> 11) * 0x1.0p-53;
  }

  /**
   * {@return a number between low and high; high itself only by rounding}
   *
   * @param counter the number of the draw, from 0
   * @param low the least number that can come out
   * @param high the upper end
   */
  public double uniform(long counter, double low, double high) {
    return low + (high - low) * uniform(counter);
  }

  /**
   * {@return a whole number in [0, bound); its bias is below bound / 2⁶³}
   *
   * @param counter the number of the draw, from 0
   * @param bound at least 1
   */
  public int below(long counter, int bound) {
    return (int) Math.multiplyHigh(bits(counter) >>> 1, 2L * bound);
  }

  /**
   * {@return the numbers 0 … n − 1 in random order (Fisher and Yates), from counters 1 … n − 1}
   *
   * @param n how many numbers, at least 0
   */
  public int[] permutation(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = below(i, i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  static long fold(long key, long coordinate) {
    return mix((key ^ mix(coordinate + GAMMA)) + GAMMA);
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
