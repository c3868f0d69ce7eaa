package dev.plenum.serve.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Events on their way to one client (server-sent events). */
public final class EventStream implements AutoCloseable {
  private static final int MAXIMUM_WAITING = 256;

  private final Response response;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
  private boolean isWriting;

  EventStream(Response response) {
    this.response = response;
  }

  /**
   * Sends an event, later if need be. A client that does not keep up is cut off; it connects again,
   * and is told the state of things.
   *
   * @param name of the kind of event
   * @param json a value, written as JSON
   * @return whether the client is still there, as far as is known
   */
  public boolean send(String name, Object json) {
    if (name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("the name of an event has two lines");
    }
    String data = new String(Json.bytes(json), StandardCharsets.UTF_8);
    return write("event: " + name + "\ndata: " + data + "\n\n");
  }

  /** Sends what clients ignore, so that a connection that is gone is noticed. */
  void beat() {
    write(":\n\n");
  }

  private boolean write(String text) {
    synchronized (this) {
      if (end.isDone()) {
        return false;
      }
      if (waiting.size() < MAXIMUM_WAITING) {
        waiting.add(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      } else {
        end.complete(null);
        return false;
      }
    }
    writeNext();
    return true;
  }

  private void writeNext() {
    ByteBuffer next;
    synchronized (this) {
      if (isWriting || waiting.isEmpty() || end.isDone()) {
        return;
      }
      isWriting = true;
      next = waiting.remove();
    }
    response.write(false, next, Callback.from(this::written, this::failed));
  }

  private void written() {
    synchronized (this) {
      isWriting = false;
    }
    writeNext();
  }

  private void failed(Throwable failure) {
    end.completeExceptionally(failure);
  }

  /** {@return whether the client is still there, as far as is known} */
  public boolean isOpen() {
    return !end.isDone();
  }

  /**
   * Has something done when the client is gone, or the server stops; at once if so already.
   *
   * @param action is run once, on the thread that ends the stream, or on this one
   */
  public void onClose(Runnable action) {
    CompletableFuture<Void> unused = end.whenComplete((nothing, failure) -> action.run());
  }

  /** Ends it. */
  @Override
  public void close() {
    end.complete(null);
  }

  CompletableFuture<Void> end() {
    return end;
  }
}
