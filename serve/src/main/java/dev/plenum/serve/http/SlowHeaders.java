package dev.plenum.serve.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.jspecify.annotations.Nullable;

/** Closes connections on which the header of a request comes too slowly, byte by byte. */
final class SlowHeaders {
  /** How far a connection was, and since when it is in the middle of a header. */
  private record State(long messages, long bytes, long since) {}

  private final Connector connector;
  private final long nanoseconds;
  private final Map<EndPoint, State> states = new ConcurrentHashMap<>();

  SlowHeaders(Connector connector, Limits limits) {
    this.connector = connector;
    this.nanoseconds = limits.arrival().toNanos();
  }

  /** Looks at all connections. */
  void sweep() {
    states.keySet().removeIf(endPoint -> !endPoint.isOpen());
    for (EndPoint endPoint : connector.getConnectedEndPoints()) {
      @Nullable Connection connection = endPoint.getConnection();
      if (connection != null) {
        look(endPoint, connection);
      }
    }
  }

  private void look(EndPoint endPoint, Connection connection) {
    long messages = connection.getMessagesIn();
    long bytes = connection.getBytesIn();
    State before = states.get(endPoint);
    boolean isBetweenRequests = messages == connection.getMessagesOut();
    if (!isBetweenRequests || before == null || before.messages() != messages) {
      states.put(endPoint, new State(messages, bytes, 0));
    } else if (before.since() == 0 && bytes > before.bytes()) {
      states.put(endPoint, new State(messages, before.bytes(), System.nanoTime()));
    } else if (before.since() != 0 && System.nanoTime() - before.since() > nanoseconds) {
      endPoint.close();
    }
  }
}
