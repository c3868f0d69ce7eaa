package dev.plenum.serve.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** All clients that listen. */
final class EventStreams {
  private final Set<EventStream> open = ConcurrentHashMap.newKeySet();

  /** A client begins to listen. */
  void open(EventEndpoint endpoint, Call call, Response response, Callback callback)
      throws IOException {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("Content-Type", "text/event-stream");
    headers.put("Cache-Control", "no-store");
    EventStream stream = new EventStream(response);
    endpoint.connected(call, stream);
    open.add(stream);
    stream.onClose(() -> open.remove(stream));
    stream.beat(); // so that the client gets the header
    CompletableFuture<Void> unused =
        stream.end().whenComplete((nothing, failure) -> end(response, callback, failure));
  }

  private static void end(Response response, Callback callback, @Nullable Throwable failure) {
    if (failure == null) {
      response.write(true, ByteBuffer.allocate(0), callback);
    } else {
      callback.failed(failure);
    }
  }

  /** Notices who is gone. */
  void beat() {
    open.forEach(EventStream::beat);
  }

  /** Ends all. */
  void close() {
    open.forEach(EventStream::close);
  }
}
