package dev.plenum.api;

import dev.plenum.api.data.Batch;
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
  private final EpochBatches batches;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(BatchPrefetcher::daemon);

  /** The next step to load the batch of. */
  private int nextStep;

  private @Nullable Future<Batch> ahead;
  private Batch inUse;

  BatchPrefetcher(EpochBatches batches, int firstStep) {
    this.batches = batches;
    this.nextStep = firstStep;
    this.ahead = fill(batches.newBatch());
    this.inUse = batches.newBatch();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "plenum-prefetch");
    thread.setDaemon(true);
    return thread;
  }

  /** Begins to load the next images; null if the epoch has no more. */
  private @Nullable Future<Batch> fill(Batch batch) {
    if (!batches.has(nextStep)) {
      return null;
    }
    int step = nextStep++;
    return thread.submit(() -> {
      batches.load(step, batch);
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
