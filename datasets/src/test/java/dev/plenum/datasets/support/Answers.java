package dev.plenum.datasets.support;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.plenum.datasets.support.Mirror.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ways to answer a request. */
public final class Answers {
  public static final String ETAG = "\"v1\"";

  private static final int ALL = Integer.MAX_VALUE;
  private static final byte[] FILLING = new byte[1 << 16];

  private Answers() {}

  /** As a good server does: with an entity tag, and with the part that is asked for. */
  public static Answer proper(byte[] content) {
    return proper(content, ETAG);
  }

  public static Answer proper(byte[] content, String tag) {
    return (exchange, closing) -> {
      Headers asked = exchange.getRequestHeaders();
      exchange.getResponseHeaders().set("ETag", tag);
      String range = asked.getFirst("Range");
      if (range != null && tag.equals(asked.getFirst("If-Range"))) {
        sendFrom(exchange, content, firstByte(range));
      } else {
        send(exchange, 200, content, ALL);
      }
    };
  }

  /** Answers a request for a part with that part, whatever If-Range says. */
  public static Answer partAnyway(byte[] content, Map<String, String> headers) {
    return (exchange, closing) -> {
      headers.forEach(exchange.getResponseHeaders()::set);
      String range = exchange.getRequestHeaders().getFirst("Range");
      sendFrom(exchange, content, range == null ? 0 : firstByte(range));
    };
  }

  /** Says that it sends one part, but sends another. */
  public static Answer wrongPart(byte[] content, String contentRange) {
    return (exchange, closing) -> {
      exchange.getResponseHeaders().set("ETag", ETAG);
      exchange.getResponseHeaders().set("Content-Range", contentRange);
      send(exchange, 206, content, ALL);
    };
  }

  /** The whole content, always. */
  public static Answer whole(byte[] content, Map<String, String> headers) {
    return cutAfter(ALL, content, headers);
  }

  /** Promises the whole content, but breaks the connection after some bytes. */
  public static Answer cutAfter(int bytes, byte[] content, Map<String, String> headers) {
    return (exchange, closing) -> {
      headers.forEach(exchange.getResponseHeaders()::set);
      send(exchange, 200, content, bytes);
    };
  }

  /** Sends some bytes, then nothing more, but keeps the connection. */
  public static Answer stallAfter(int bytes, byte[] content) {
    return (exchange, closing) -> {
      exchange.getResponseHeaders().set("ETag", ETAG);
      exchange.sendResponseHeaders(200, content.length);
      OutputStream out = exchange.getResponseBody();
      out.write(content, 0, bytes);
      out.flush();
      await(closing);
    };
  }

  /** Takes the request and says nothing. */
  public static Answer silence() {
    return (exchange, closing) -> await(closing);
  }

  /** Answers when so many have asked. */
  public static Answer together(int clients, Answer answer) {
    CountDownLatch asked = new CountDownLatch(clients);
    return (exchange, closing) -> {
      asked.countDown();
      await(asked);
      answer.give(exchange, closing);
    };
  }

  public static Answer status(int status) {
    return (exchange, closing) -> exchange.sendResponseHeaders(status, -1);
  }

  public static Answer redirect(URI target) {
    return (exchange, closing) -> {
      exchange.getResponseHeaders().set("Location", target.toString());
      exchange.sendResponseHeaders(302, -1);
    };
  }

  /** Never stops sending, and does not say how much it will be. */
  public static Answer endless() {
    return (exchange, closing) -> {
      exchange.sendResponseHeaders(200, 0);
      while (closing.getCount() > 0) {
        exchange.getResponseBody().write(FILLING);
      }
    };
  }

  private static long firstByte(String range) {
    return Long.parseLong(range.substring("bytes=".length(), range.indexOf('-')));
  }

  private static void sendFrom(HttpExchange exchange, byte[] content, long first)
      throws IOException {
    exchange
        .getResponseHeaders()
        .set(
            "Content-Range",
            String.format(
                Locale.ROOT, "bytes %d-%d/%d", first, content.length - 1, content.length));
    send(exchange, 206, Arrays.copyOfRange(content, (int) first, content.length), ALL);
  }

  private static void send(HttpExchange exchange, int status, byte[] content, int atMost)
      throws IOException {
    exchange.sendResponseHeaders(status, content.length);
    OutputStream out = exchange.getResponseBody();
    out.write(content, 0, Math.min(atMost, content.length));
    out.flush();
  }

  private static void await(CountDownLatch latch) {
    try {
      boolean unused = latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
