package dev.plenum.datasets.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A local web server that answers well or badly, as it is told. */
public final class Mirror implements AutoCloseable {

  /** One way to answer. */
  @FunctionalInterface
  public interface Answer {
    void give(HttpExchange exchange, CountDownLatch closing) throws IOException;
  }

  /** What was asked; the headers are null where they were not sent. */
  public record Request(
      String file, @Nullable String range, @Nullable String ifRange) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  public Mirror() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The folder of its files. */
  public URI address() {
    return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
        + server.getAddress().getPort() + "/data/");
  }

  /** Answers requests for a file in these ways, one after another; in the last one for ever. */
  public Mirror on(String file, Answer... ways) {
    answers.put(file, new ArrayDeque<>(List.of(ways)));
    return this;
  }

  /** Serves all files of a family, properly. */
  public Mirror serve(SmallFamily family) {
    family.names().forEach(name -> on(name + ".gz", Answers.proper(family.gzipped(name))));
    return this;
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String file = path.substring(path.lastIndexOf('/') + 1);
    requests.add(new Request(
        file,
        exchange.getRequestHeaders().getFirst("Range"),
        exchange.getRequestHeaders().getFirst("If-Range")));
    try (exchange) {
      next(file).give(exchange, closing);
    }
  }

  private Answer next(String file) {
    Deque<Answer> ways = answers.get(file);
    if (ways == null) {
      return Answers.status(404);
    }
    synchronized (ways) {
      return ways.size() > 1 ? ways.removeFirst() : ways.getFirst();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
