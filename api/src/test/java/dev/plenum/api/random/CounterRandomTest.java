package dev.plenum.api.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Golden keys and numbers were computed by a separate program, from the documented formulas. */
class CounterRandomTest {
  private static final Seed SEED = new Seed(1);

  @Test
  void countersOfAKeyAreTheOutputsOfSplitMix64() {
    long[] published = {
      0xe220a8397b1dcdafL,
      0x6e789e6aa1b965f4L,
      0x06c45d188009454fL,
      0xf88bb8a8724c81ecL,
      0x1b39896a51a8749bL
    };
    for (int i = 0; i < published.length; i++) {
      assertEquals(published[i], CounterRandom.bits(0, i));
    }
    assertEquals(6457827717110365317L, CounterRandom.bits(1234567, 0));
    assertEquals(3203168211198807973L, CounterRandom.bits(1234567, 1));
  }

  @Test
  void numbersOfEveryPurposeStayAsTheyAre() {
    assertBits(0xef3e75d0445cc21aL, Purpose.INITIALISATION, 7, 0, 0);
    assertBits(0x0339b1b84c871fffL, Purpose.SPLIT, 42);
    assertBits(0x8fb06e7765d754b5L, Purpose.SHUFFLE, 1, 0);
    assertBits(0xe94e361dd9e7c8d1L, Purpose.DROPOUT, -1, 5, 123456789012L, 85);
    assertBits(0xb6b3a045e0f6f4faL, Purpose.AUGMENTATION, Long.MIN_VALUE, 0, 0);
    assertBits(0x66c9c29b187d30b8L, Purpose.GENERATION, Long.MAX_VALUE, 1, 2, 3);
  }

  private static void assertBits(long expected, Purpose purpose, long seed, long... coordinates) {
    assertEquals(
        expected, CounterRandom.of(purpose, new Seed(seed), coordinates).bits(0));
  }

  @Test
  void permutationsStayAsTheyAre() {
    assertArrayEquals(new int[] {0, 7, 1, 3, 2, 5, 8, 9, 4, 6}, shuffle(0).permutation(10));
    assertArrayEquals(new int[] {7, 3, 2, 1, 8, 5, 6, 0, 9, 4}, shuffle(1).permutation(10));
  }

  @Test
  void coordinatesMayBeGivenAtOnceOrOneByOne() {
    CounterRandom atOnce = CounterRandom.of(Purpose.DROPOUT, SEED, 2, 30, 4);
    CounterRandom oneByOne =
        CounterRandom.of(Purpose.DROPOUT, SEED).at(2).at(30).at(4);
    long key = CounterRandom.of(Purpose.DROPOUT, SEED, 2, 30).keyAt(4);
    for (int i = 0; i < 10; i++) {
      assertEquals(atOnce.bits(i), oneByOne.bits(i));
      assertEquals(atOnce.bits(i), CounterRandom.bits(key, i));
    }
  }

  @Test
  void aNumberDoesNotDependOnWhatWasAskedBefore() {
    CounterRandom random = shuffle(3);
    long[] forwards = new long[1000];
    for (int i = 0; i < forwards.length; i++) {
      forwards[i] = random.bits(i);
    }
    for (int i = forwards.length - 1; i >= 0; i -= 7) {
      assertEquals(forwards[i], random.bits(i));
      assertEquals(forwards[i], shuffle(3).bits(i));
    }
  }

  @Test
  void everyPurposeSeedAndCoordinateHasNumbersOfItsOwn() {
    Set<Long> seen = new HashSet<>();
    int asked = 0;
    for (Purpose purpose : Purpose.values()) {
      for (long seed = -5; seed <= 5; seed++) {
        for (long a = 0; a < 10; a++) {
          for (long b = 0; b < 10; b++) {
            seen.add(CounterRandom.of(purpose, new Seed(seed), a, b).bits(0));
            asked++;
          }
        }
      }
    }
    assertEquals(asked, seen.size());
    assertNotEquals(
        CounterRandom.of(Purpose.SHUFFLE, SEED, 1, 2).bits(0),
        CounterRandom.of(Purpose.SHUFFLE, SEED, 2, 1).bits(0));
  }

  @Test
  void uniformNumbersAreUniformOverCounters() {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, SEED);
    int[] bins = new int[100];
    for (int i = 0; i < 100_000; i++) {
      bins[(int) (random.uniform(i) * bins.length)]++;
    }
    assertUniform(bins);
  }

  @Test
  void uniformNumbersAreUniformOverCoordinates() {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, SEED);
    int[] bins = new int[100];
    for (int i = 0; i < 100_000; i++) {
      bins[(int) (random.at(i).uniform(0) * bins.length)]++;
    }
    assertUniform(bins);
  }

  @Test
  void numbersOfNeighbouringSeedsAreUncorrelated() {
    CounterRandom one = CounterRandom.of(Purpose.GENERATION, new Seed(1));
    CounterRandom two = CounterRandom.of(Purpose.GENERATION, new Seed(2));
    int n = 20_000;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (one.uniform(i) - 0.5) * (two.uniform(i) - 0.5);
    }
    assertEquals(0, 12 * sum / n, 4 / Math.sqrt(n), "correlation");
  }

  @Test
  void everyBitIsSetHalfTheTime() {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, SEED);
    int n = 20_000;
    int[] ones = new int[Long.SIZE];
    for (int i = 0; i < n; i++) {
      for (int bit = 0; bit < Long.SIZE; bit++) {
        ones[bit] += (int) (random.bits(i) >>> bit & 1);
      }
    }
    for (int count : ones) {
      assertEquals(n / 2.0, count, 5 * Math.sqrt(n) / 2);
    }
  }

  @Test
  void uniformNumbersStayInTheirRange() {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, SEED);
    for (int i = 0; i < 10_000; i++) {
      double unit = random.uniform(i);
      assertTrue(unit >= 0 && unit < 1);
      double scaled = random.uniform(i, -3, 5);
      assertTrue(scaled >= -3 && scaled < 5);
      assertEquals(-3 + 8 * unit, scaled);
    }
  }

  @Test
  void wholeNumbersBelowABoundAreUniform() {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, SEED);
    for (int bound : new int[] {2, 3, 10, 100}) {
      int[] bins = new int[bound];
      for (int i = 0; i < 50_000; i++) {
        bins[random.below(i, bound)]++;
      }
      assertUniform(bins);
    }
    assertEquals(0, random.below(5, 1));
  }

  @Test
  void theLargestBoundDoesNotOverflow() {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, SEED);
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      int number = random.below(i, Integer.MAX_VALUE);
      assertTrue(number >= 0 && number < Integer.MAX_VALUE);
      sum += number;
    }
    assertEquals(0.5, sum / 10_000 / Integer.MAX_VALUE, 0.015);
  }

  @Test
  void aPermutationHasEveryNumberOnce() {
    for (int n : new int[] {0, 1, 2, 3, 86, 50_000}) {
      int[] sorted = shuffle(n).permutation(n);
      Arrays.sort(sorted);
      for (int i = 0; i < n; i++) {
        assertEquals(i, sorted[i]);
      }
    }
  }

  @Test
  void allPermutationsAreEquallyLikely() {
    int[] counts = new int[256];
    for (int epoch = 0; epoch < 24_000; epoch++) {
      int[] p = shuffle(epoch).permutation(4);
      counts[((p[0] * 4 + p[1]) * 4 + p[2]) * 4 + p[3]]++;
    }
    int[] seen = Arrays.stream(counts).filter(count -> count > 0).toArray();
    assertEquals(24, seen.length);
    assertUniform(seen);
  }

  private static CounterRandom shuffle(int epoch) {
    return CounterRandom.of(Purpose.SHUFFLE, SEED, epoch);
  }

  /** Pearson's χ², which for k bins has the mean k − 1 and the variance 2 (k − 1): within 4 σ. */
  private static void assertUniform(int[] bins) {
    double expected = Arrays.stream(bins).average().orElseThrow();
    double chiSquare = Arrays.stream(bins)
        .mapToDouble(n -> (n - expected) * (n - expected) / expected)
        .sum();
    int freedom = bins.length - 1;
    assertEquals(freedom, chiSquare, 4 * Math.sqrt(2.0 * freedom), "chi-square");
  }
}
