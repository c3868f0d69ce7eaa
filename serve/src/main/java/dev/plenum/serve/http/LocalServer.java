package dev.plenum.serve.http;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * An HTTP server for this machine, or with a token for others. It sends pages only such headers that
 * a browser loads nothing from elsewhere for them, and refuses requests that pages of other sites
 * send.
 */
public final class LocalServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LocalServer.class.getName());
  private static final int SWEEP_SECONDS = 1;
  private static final int BEAT_SECONDS = 10;
  private static final int HEADER_BYTES = 8192;
  private static final int BACKLOG = 1024;

  private final Server server;
  private final ServerConnector connector;
  private final EventStreams streams;
  private final ServerOptions options;
  private int port;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "serve-clock");
        thread.setDaemon(true);
        return thread;
      });

  private LocalServer(
      Server server, ServerConnector connector, EventStreams streams, ServerOptions options) {
    this.server = server;
    this.connector = connector;
    this.streams = streams;
    this.options = options;
  }

  /**
   * Starts one.
   *
   * @param options where it listens, and who may ask it
   * @param routes what it answers at which path
   * @return the server, which listens; whoever starts it closes it
   * @throws IOException if it cannot listen there
   */
  public static LocalServer start(ServerOptions options, Routes routes) throws IOException {
    return start(options, routes, (route, status, nanoseconds) -> {});
  }

  /**
   * Starts one.
   *
   * @param options where it listens, and who may ask it
   * @param routes what it answers at which path
   * @param observer is told of each answer, on the thread that gave it
   * @return the server, which listens; whoever starts it closes it
   * @throws IOException if it cannot listen there
   */
  public static LocalServer start(ServerOptions options, Routes routes, Observer observer)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(threads());
    threads.setName("serve");
    Server server = new Server(threads);
    ServerConnector connector = connector(server, options);
    EventStreams streams = new EventStreams();
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(options.limits().connections(), server));
    server.setHandler(new GracefulHandler(new Dispatcher(routes, options, streams, observer)));
    server.setErrorHandler(new ErrorReplies());
    server.setStopTimeout(options.limits().stop().toMillis());
    LocalServer local = new LocalServer(server, connector, streams, options);
    local.start();
    return local;
  }

  private static int threads() {
    return Math.max(16, 4 * Runtime.getRuntime().availableProcessors());
  }

  private static ServerConnector connector(Server server, ServerOptions options) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setUriCompliance(UriCompliance.RFC3986);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(options.host());
    connector.setPort(options.port());
    connector.setIdleTimeout(options.limits().idle().toMillis());
    connector.setShutdownIdleTimeout(options.limits().stop().toMillis() / 10);
    connector.setAcceptQueueSize(BACKLOG);
    return connector;
  }

  private void start() throws IOException {
    try {
      server.start();
    } catch (Exception e) { // as Jetty declares it
      stopQuietly();
      throw cannotListen(e);
    }
    port = connector.getLocalPort();
    SlowHeaders slow = new SlowHeaders(connector, options.limits());
    every(SWEEP_SECONDS, slow::sweep);
    every(BEAT_SECONDS, streams::beat);
  }

  private void every(int seconds, Runnable action) {
    Future<?> unused =
        clock.scheduleWithFixedDelay(() -> runOrLog(action), seconds, seconds, TimeUnit.SECONDS);
  }

  /** One failure must not be the end of all later runs. */
  private static void runOrLog(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, "connections could not be looked after", e);
    }
  }

  private IOException cannotListen(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return new IOException(
            Text.format(
                "port %d of %s cannot be listened on: %s; choose another port, or 0 for any free"
                    + " one",
                options.port(), options.host(), cause),
            e);
      }
    }
    return new IOException(
        Text.format("no server could be started on %s: %s", options.host(), e), e);
  }

  /** {@return where it listens, or did: {@code http://localhost:8080/}} */
  public URI uri() {
    String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
    return URI.create(Text.format("http://%s:%s/", host, Integer.toString(port)));
  }

  /** Takes no requests any more, waits for those that it has to be answered, and ends. */
  @Override
  public void close() {
    clock.shutdownNow();
    streams.close();
    stopQuietly();
  }

  private void stopQuietly() {
    try {
      server.stop();
    } catch (Exception e) { // as Jetty declares it; some requests were not answered in time
      System.getLogger(LocalServer.class.getName())
          .log(System.Logger.Level.WARNING, "the server was stopped before all was answered", e);
    }
  }
}
