package dev.plenum.api;

import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Fills the batches of one epoch on a thread of its own, one ahead of the training step, in two
 * buffers that are used in turn.
 */
final class BatchPrefetcher implements AutoCloseable {
  private final Dataset dataset;
  private final int[] order;
  private final int batchSize;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(BatchPrefetcher::daemon);

  /** The position in {@link #order} of the next image to load. */
  private long from;

  private @Nullable Future<Batch> ahead;
  private Batch inUse;

  BatchPrefetcher(Dataset dataset, int[] order, int batchSize, int firstStep) {
    this.dataset = dataset;
    this.order = order;
    this.batchSize = batchSize;
    this.from = (long) firstStep * batchSize;
    int capacity = Math.min(batchSize, order.length);
    this.ahead = fill(new Batch(dataset.imageShape(), capacity));
    this.inUse = new Batch(dataset.imageShape(), capacity);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "plenum-prefetch");
    thread.setDaemon(true);
    return thread;
  }

  /** Begins to load the next images; null if the epoch has no more. */
  private @Nullable Future<Batch> fill(Batch batch) {
    if (from >= order.length) {
      return null;
    }
    int first = (int) from;
    int count = Math.min(batchSize, order.length - first);
    from += batchSize;
    return thread.submit(() -> {
      batch.load(dataset, order, first, count);
      return batch;
    });
  }

  /**
   * The next batch, to be used until the next call: that begins to fill its buffer again.
   *
   * @throws NoSuchElementException if the epoch has no more
   * @throws IllegalStateException if its images could not be loaded, or the thread was interrupted
   */
  Batch next() {
    if (ahead == null) {
      throw new NoSuchElementException("the epoch has no more batches");
    }
    Batch batch = await(ahead);
    ahead = fill(inUse);
    inUse = batch;
    return batch;
  }

  private static Batch await(Future<Batch> batch) {
    try {
      if (Thread.interrupted()) { // get() looks only when it must wait
        throw new InterruptedException();
      }
      return batch.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("training was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "the next batch could not be loaded: " + e.getCause(), e.getCause());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
