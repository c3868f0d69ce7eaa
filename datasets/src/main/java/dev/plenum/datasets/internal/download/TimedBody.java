package dev.plenum.datasets.internal.download;

import dev.plenum.datasets.internal.Reason;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A response's body, piece by piece, with a limit on the time to wait for the next piece. The JDK's
 * own body handlers wait for ever, and a request's timeout covers, depending on the JDK, only the
 * headers or the whole transfer.
 */
final class TimedBody implements BodySubscriber<TimedBody>, AutoCloseable {

  /** A piece, or the end, or a failure. */
  private record Event(
      List<ByteBuffer> piece, boolean end, @Nullable Throwable failure) {}

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private @Nullable Subscription subscription;
  private boolean closed;

  @Override
  public CompletionStage<TimedBody> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public synchronized void onSubscribe(Subscription newSubscription) {
    if (closed || subscription != null) {
      newSubscription.cancel();
      return;
    }
    subscription = newSubscription;
    newSubscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> piece) {
    events.add(new Event(piece, false, null));
  }

  @Override
  public void onError(Throwable failure) {
    events.add(new Event(List.of(), false, failure));
  }

  @Override
  public void onComplete() {
    events.add(new Event(List.of(), true, null));
  }

  /**
   * The next piece; null at the end.
   *
   * @throws MirrorException if the connection breaks, or nothing comes in time
   */
  @Nullable
  List<ByteBuffer> next(Duration patience) throws MirrorException, InterruptedIOException {
    Event event = await(patience);
    if (event.failure() != null) {
      throw MirrorException.passing("the connection broke: " + Reason.of(event.failure()));
    }
    if (event.end()) {
      return null;
    }
    requestAnother();
    return event.piece();
  }

  private Event await(Duration patience) throws MirrorException, InterruptedIOException {
    Event event;
    try {
      event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw Interruption.asIoException();
    }
    if (event == null) {
      throw MirrorException.passing(
          "nothing came for %s seconds".formatted(patience.toMillis() / 1000.0));
    }
    return event;
  }

  private synchronized void requestAnother() {
    if (subscription != null) {
      subscription.request(1);
    }
  }

  /** Stops the transfer, if it still goes on. */
  @Override
  public synchronized void close() {
    closed = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
