package dev.plenum.predictor;

import java.util.concurrent.Semaphore;

/**
 * Memory that large pictures take while they are decoded. Threads that decode some at the same time wait
 * for one another where all of them together would take more than a quarter of the heap.
 */
final class DecodingRoom {
  /** Pictures of fewer pixels do not matter. */
  private static final long SMALL = 1 << 16;
  /** What decoding takes at most. */
  private static final long BYTES_PER_PIXEL = 16;

  private static final int PART_OF_HEAP = 4;
  private static final int BYTES_PER_PERMIT = 1 << 12;

  private final int all;
  private final Semaphore permits;

  /** What may throw while it decodes. */
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  DecodingRoom() {
    this(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
  }

  DecodingRoom(long bytes) {
    all = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / BYTES_PER_PERMIT));
    permits = new Semaphore(all, true);
  }

  /**
   * Decodes when there is room.
   *
   * @throws IllegalStateException if the thread is interrupted while it waits
   */
  <T, E extends Exception> T use(long pixels, Work<T, E> work) throws E {
    int needed =
        pixels < SMALL ? 0 : (int) Math.min(all, pixels * BYTES_PER_PIXEL / BYTES_PER_PERMIT);
    acquire(needed);
    try {
      return work.run();
    } finally {
      permits.release(needed);
    }
  }

  private void acquire(int needed) {
    if (needed == 0) {
      return;
    }
    try {
      permits.acquire(needed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "this thread was interrupted while it waited for memory to decode a picture in", e);
    }
  }
}
