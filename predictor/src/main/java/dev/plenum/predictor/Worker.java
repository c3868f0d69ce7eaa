package dev.plenum.predictor;

import java.util.List;

/** The thread that computes: it asks the model about all pictures that wait, as many at once as it may. */
final class Worker implements Runnable {
  private final RequestQueue queue;
  private final Counters counters;

  Worker(RequestQueue queue, Counters counters) {
    this.queue = queue;
    this.counters = counters;
  }

  /** Ends when the queue is closed and empty. */
  @Override
  public void run() {
    List<Request> requests = next();
    while (!requests.isEmpty()) {
      try {
        answer(requests);
      } finally {
        requests.forEach(request -> request.model().release());
      }
      requests = next();
    }
  }

  private List<Request> next() {
    while (true) {
      try {
        return queue.take();
      } catch (InterruptedException e) {
        // Nobody who has a reason to can reach this thread, and requests wait for it.
      }
    }
  }

  private void answer(List<Request> requests) {
    List<Request> wanted =
        requests.stream().filter(request -> !request.answer().isDone()).toList();
    for (int i = wanted.size(); i < requests.size(); i++) {
      counters.failed(); // cancelled
    }
    if (wanted.isEmpty()) {
      return;
    }
    counters.batched();
    LiveModel model = wanted.get(0).model();
    try {
      List<Answer> answers = model.answers(wanted.stream().map(Request::picture).toList());
      for (int i = 0; i < wanted.size(); i++) {
        complete(wanted.get(i), answers.get(i));
      }
    } catch (RuntimeException
        | Error e) { // also where memory ran out: the next batch may be smaller
      for (Request request : wanted) {
        fail(request, e);
      }
    }
  }

  private void complete(Request request, Answer answer) {
    try {
      Prediction.requireNumbers(answer.probabilities());
      counters.answered(request.startNanos());
      request.complete(answer);
    } catch (IllegalStateException e) {
      fail(request, e);
    }
  }

  private void fail(Request request, Throwable problem) {
    counters.failed();
    request.fail(problem);
  }
}
