package dev.plenum.predictor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A picture that waits for its answer.
 *
 * @param model the one that it was prepared for, which it holds
 * @param picture in the model's input shape
 * @param answer gets it
 * @param completer completes the answer
 * @param startNanos when it was asked about
 */
record Request(
    LiveModel model,
    Seen picture,
    CompletableFuture<Answer> answer,
    Executor completer,
    long startNanos) {

  void complete(Answer result) {
    completer.execute(() -> answer.complete(result));
  }

  void fail(Throwable problem) {
    completer.execute(() -> answer.completeExceptionally(problem));
  }
}
