package dev.plenum.datasets.internal.image;

import java.util.concurrent.Semaphore;

/**
 * Memory in which pictures are decoded and scaled. Threads that do so at the same time wait for one another
 * where all of them together would take more; a picture that takes more alone is decoded alone.
 */
final class DecodingRoom {
  private static final int PART_OF_HEAP = 4;

  /** That of this Java machine, for all that is read: a quarter of the heap. */
  static final DecodingRoom HEAP =
      new DecodingRoom(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);

  /** A megabyte's; pictures of fewer do not matter. */
  private static final int PIXELS_PER_PERMIT = (1 << 20) / OpenImage.BYTES_PER_PIXEL;

  private final int all;
  private final Semaphore permits;

  /** What is done in it. */
  @FunctionalInterface
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  DecodingRoom(long bytes) {
    all = permits(bytes / OpenImage.BYTES_PER_PIXEL, Integer.MAX_VALUE);
    permits = new Semaphore(all, true);
  }

  private static int permits(long pixels, int most) {
    return (int) Math.max(0, Math.min(most, pixels / PIXELS_PER_PERMIT));
  }

  /**
   * Works when there is room.
   *
   * @param pixels of the picture, as its header says, whatever that is
   */
  <T, E extends Exception> T use(long pixels, Work<T, E> work) throws E {
    int needed = permits(pixels, all);
    permits.acquireUninterruptibly(needed);
    try {
      return work.run();
    } finally {
      permits.release(needed);
    }
  }
}
