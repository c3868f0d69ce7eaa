package dev.plenum.backend.purejava.internal.layers;

/**
 * How a batch is cut where sums run over its images: into a fixed number of slots, each with sums of
 * its own, which are added in slot order at the end. So the order of every sum, and with it every bit,
 * is the same for any number of threads.
 */
final class Slots {
  static final int MAX_COUNT = 16;
  /** So many, for threads to share, however large the sums are. */
  private static final int MIN_COUNT = 4;
  /** Large sums get fewer slots: as many as take 64 MB. */
  private static final int MAX_SUMS = 1 << 24;

  private Slots() {}

  /** The largest number of slots where each holds that many sums. */
  static int count(int size) {
    return Math.max(MIN_COUNT, Math.min(MAX_COUNT, MAX_SUMS / size));
  }

  /** The first image of a slot; of the one behind the last, the number of images. */
  static int start(int slot, int slots, int images) {
    return (int) ((long) slot * images / slots);
  }
}
