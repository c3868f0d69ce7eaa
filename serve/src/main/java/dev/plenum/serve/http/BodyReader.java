package dev.plenum.serve.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/** Collects the body of one request as it arrives, without a thread that waits for it. */
final class BodyReader implements Runnable {
  private static final int FIRST = 4096;
  /** What is too large is still read up to this many bytes, so that the client gets to read why. */
  private static final long DISCARDED = 32L << 20;

  private final Request request;
  private final Limits limits;
  private final MemoryBudget budget;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private byte[] bytes = new byte[0];
  private int length;
  private long discarded;

  private BodyReader(Request request, Limits limits, MemoryBudget budget) {
    this.request = request;
    this.limits = limits;
    this.budget = budget;
  }

  /**
   * Begins to read.
   *
   * @param budget what is taken of it is given back when the request is answered
   * @return the body, or a {@link ProblemException}
   */
  static CompletableFuture<byte[]> read(Request request, Limits limits, MemoryBudget budget) {
    BodyReader reader = new BodyReader(request, limits, budget);
    if (request.getLength() > limits.bodyBytes()
        && (request.getLength() > DISCARDED || request.getHeaders().contains(HttpHeader.EXPECT))) {
      reader.body.completeExceptionally(reader.tooLarge(Text.format("%,d", request.getLength())));
      return reader.body;
    }
    Request.addCompletionListener(request, failure -> budget.give(reader.bytes.length));
    reader.run();
    if (!reader.body.isDone()) {
      reader.limitTime();
    }
    return reader.body;
  }

  @Override
  public void run() {
    while (!body.isDone()) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        body.completeExceptionally(new Problem(
                400,
                "The request did not arrive as a whole",
                Text.format("%,d bytes of its body", length),
                "send as many bytes as its header says")
            .exception());
        return;
      }
      take(chunk.getByteBuffer());
      chunk.release();
      if (chunk.isLast()) {
        end();
      }
    }
  }

  private void take(ByteBuffer part) {
    int more = part.remaining();
    if (discarded > 0 || length + (long) more > limits.bodyBytes()) {
      discarded += more;
      if (discarded > DISCARDED) {
        body.completeExceptionally(tooLarge(Text.format("more than %,d", DISCARDED)));
      }
    } else if (makeRoom(length + more)) {
      part.get(bytes, length, more);
      length += more;
    }
  }

  private boolean makeRoom(int wanted) {
    if (wanted <= bytes.length) {
      return true;
    }
    long known = request.getLength();
    int size = known >= wanted && known <= FIRST
        ? (int) known
        : (int) Math.min(Math.max(wanted, 2L * bytes.length), limits.bodyBytes());
    if (!budget.take(size - bytes.length)) {
      body.completeExceptionally(new Problem(
              503,
              "The server has too many requests in memory",
              Text.format("%,d bytes of requests that are not answered yet", budget.taken()),
              "try again in a second")
          .exception());
      return false;
    }
    bytes = Arrays.copyOf(bytes, size);
    return true;
  }

  private void end() {
    if (discarded > 0) {
      body.completeExceptionally(tooLarge(Text.format("%,d", length + discarded)));
    } else {
      body.complete(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
    }
  }

  private ProblemException tooLarge(String found) {
    return new Problem(
            413,
            "The request is too large",
            found + " bytes",
            Text.format(
                "send at most %,d bytes at once, or have the server's limit raised",
                limits.bodyBytes()))
        .exception();
  }

  private void limitTime() {
    Scheduler scheduler = request.getComponents().getScheduler();
    Scheduler.Task task = scheduler.schedule(
        () -> body.completeExceptionally(new Problem(
                408,
                "The request took too long to arrive",
                Text.format("%,d bytes in %,d ms", length, limits.arrival().toMillis()),
                "send it faster, or in smaller parts")
            .exception()),
        limits.arrival().toMillis(),
        TimeUnit.MILLISECONDS);
    CompletableFuture<byte[]> unused = body.whenComplete((some, failure) -> task.cancel());
  }
}
