package dev.plenum.app.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** The random choices of one case; the same for the same seed and number. */
final class Chance {
  private final SplittableRandom random;

  Chance(long seed, long number) {
    random = new SplittableRandom(seed * 1_000_000_007L + number);
  }

  /** A whole number from 0 to bound − 1. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A whole number, both ends included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** A number as damaged and malicious headers have it: extreme, or slightly wrong. */
  long size() {
    return switch (below(8)) {
      case 0 -> 0;
      case 1 -> -1;
      case 2 -> Integer.MAX_VALUE - below(3);
      case 3 -> Integer.MIN_VALUE + below(3);
      case 4 -> Long.MAX_VALUE - below(3);
      case 5 -> 1L << below(63);
      case 6 -> below(70_000);
      default -> random.nextLong();
    };
  }
}
