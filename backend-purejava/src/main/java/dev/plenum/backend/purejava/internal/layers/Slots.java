package dev.plenum.backend.purejava.internal.layers;

/**
 * How a batch is cut where sums run over its images: into a fixed number of slots, each with sums of
 * its own, which are added in slot order at the end. So the order of every sum, and with it every bit,
 * is the same for any number of threads.
 */
final class Slots {
  private static final int MAX_COUNT = 16;
  /** Large sums get fewer slots, so that they take at most 16 MB. */
  private static final int MAX_SUMS = 1 << 22;

  private final int count;
  private int images;

  private Slots(int count) {
    this.count = count;
  }

  /** Slots that each hold that many sums. */
  static Slots forSums(int size) {
    return new Slots(Math.max(1, Math.min(MAX_COUNT, MAX_SUMS / size)));
  }

  int count() {
    return count;
  }

  /** Shares out the images of a batch. */
  void share(int images) {
    this.images = images;
  }

  /** The first image of a slot; of the one behind the last, the number of images. */
  int start(int slot) {
    return (int) ((long) slot * images / count);
  }

  /** Adds a stretch of one slot's sums to another array. */
  static void add(float[] from, float[] to, int start, int end) {
    for (int i = start; i < end; i++) {
      to[i] += from[i];
    }
  }
}
