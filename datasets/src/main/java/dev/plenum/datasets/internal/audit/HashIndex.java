package dev.plenum.datasets.internal.audit;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Finds the hashes that differ from another in at most 7 of their 64 bits, without comparing it with all:
 * multi-index hashing (Norouzi, Punjani, Fleet: Fast Search in Hamming Space with Multi-Index Hashing,
 * 2012). Of the four quarters of such hashes one at least differs in at most one bit.
 */
final class HashIndex {
  /** In bits. */
  static final int FARTHEST = 7;

  private static final int BANDS = 4;
  private static final int BITS = Long.SIZE / BANDS;
  private static final int NONE = -1;

  private long[] hashes = new long[1024];
  /** By band and by the value of the band: the hash that was added last. */
  private final int[][] last = new int[BANDS][1 << BITS];
  /** By band: the hash with the same value there that was added before. */
  private final int[][] before = new int[BANDS][hashes.length];
  /** For which search a hash was found last. */
  private int[] foundFor = new int[hashes.length];

  private int searches;
  private int size;

  HashIndex() {
    for (int[] band : last) {
      Arrays.fill(band, NONE);
    }
  }

  /** Adds a hash; they are numbered from 0 on. */
  void add(long hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
      foundFor = Arrays.copyOf(foundFor, 2 * size);
      for (int band = 0; band < BANDS; band++) {
        before[band] = Arrays.copyOf(before[band], 2 * size);
      }
    }
    hashes[size] = hash;
    for (int band = 0; band < BANDS; band++) {
      int value = value(hash, band);
      before[band][size] = last[band][value];
      last[band][value] = size;
    }
    size++;
  }

  private static int value(long hash, int band) {
    return (int) (hash >>> (band * BITS)) & ((1 << BITS) - 1);
  }

  /** Hands out the numbers of all that differ in at most 7 bits, each once. */
  void search(long hash, IntConsumer found) {
    searches++;
    for (int band = 0; band < BANDS; band++) {
      int value = value(hash, band);
      search(hash, band, value, found);
      for (int bit = 0; bit < BITS; bit++) {
        search(hash, band, value ^ (1 << bit), found);
      }
    }
  }

  private void search(long hash, int band, int value, IntConsumer found) {
    for (int i = last[band][value]; i != NONE; i = before[band][i]) {
      if (foundFor[i] != searches && Long.bitCount(hash ^ hashes[i]) <= FARTHEST) {
        foundFor[i] = searches;
        found.accept(i);
      }
    }
  }
}
