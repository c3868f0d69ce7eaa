package dev.plenum.predictor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Requests in the order in which they came, no more than a number of them, until it is closed. */
final class RequestQueue {
  private final int capacity;
  private final Deque<Request> waiting = new ArrayDeque<>();
  private boolean closed;

  RequestQueue(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Adds a request.
   *
   * @throws QueueFullException if there are as many as may wait
   * @throws PredictorClosedException if it is closed
   */
  synchronized void add(Request request) {
    if (closed) {
      throw new PredictorClosedException();
    }
    if (waiting.size() >= capacity) {
      throw new QueueFullException(capacity);
    }
    waiting.add(request);
    notifyAll();
  }

  /**
   * Waits for a request, and takes it with those behind it that are for the same model; no more than the
   * model takes at once.
   *
   * @return none if it is closed, and nothing waits any more
   */
  synchronized List<Request> take() throws InterruptedException {
    while (waiting.isEmpty()) {
      if (closed) {
        return List.of();
      }
      wait();
    }
    List<Request> taken = new ArrayList<>();
    LiveModel model = waiting.element().model();
    while (taken.size() < model.mostAtOnce()
        && !waiting.isEmpty()
        && waiting.element().model().equals(model)) {
      taken.add(waiting.remove());
    }
    return taken;
  }

  synchronized int size() {
    return waiting.size();
  }

  /** Takes no more requests. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
