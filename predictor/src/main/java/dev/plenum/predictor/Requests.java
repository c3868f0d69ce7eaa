package dev.plenum.predictor;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/** Takes requests, each for the model that is there when it comes. */
final class Requests {
  private static final Executor SAME_THREAD = Runnable::run;

  private final RequestQueue queue;
  private final Counters counters;
  private volatile LiveModel current;
  private volatile boolean closed;

  Requests(RequestQueue queue, Counters counters, LiveModel first) {
    this.queue = queue;
    this.counters = counters;
    this.current = first;
  }

  /**
   * The model that takes the next request.
   *
   * @throws PredictorClosedException if there is none any more
   */
  LiveModel current() {
    if (closed) {
      throw new PredictorClosedException();
    }
    return current;
  }

  /** Waits for the answer. */
  Answer await(PictureLoader.Source picture) throws IOException {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    queue(picture, answer, SAME_THREAD);
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw Thrown.again(e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(false);
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "this thread was interrupted while it waited for its picture to be classified", e);
    }
  }

  /** Does not wait for the answer. What depends on it runs on none of the predictor's own threads. */
  CompletableFuture<Answer> submit(PictureLoader.Source picture) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    try {
      queue(picture, answer, Completers.APART);
    } catch (IOException | RuntimeException e) {
      answer.completeExceptionally(e);
    }
    return answer;
  }

  private void queue(
      PictureLoader.Source picture, CompletableFuture<Answer> answer, Executor completer)
      throws IOException {
    long start = System.nanoTime();
    counters.requested();
    LiveModel model = held();
    try {
      Seen seen = model.seen(picture.load(model.inputs()));
      queue.add(new Request(model, seen, answer, completer, start));
    } catch (IOException e) {
      model.release();
      counters.refused();
      throw e;
    } catch (QueueFullException e) {
      model.release();
      counters.rejected();
      throw e;
    } catch (RuntimeException | Error e) {
      model.release();
      counters.failed();
      throw e;
    }
  }

  private LiveModel held() {
    while (!closed) {
      LiveModel model = current;
      if (model.hold()) {
        return model;
      } // else it was replaced just now
    }
    counters.failed();
    throw new PredictorClosedException();
  }

  /** Another model takes the requests that come from now on. */
  void replace(LiveModel next) {
    LiveModel last = current;
    current = next;
    last.release();
  }

  /** Lets go of the model. */
  void close() {
    if (!closed) {
      closed = true;
      current.release();
    }
  }
}
