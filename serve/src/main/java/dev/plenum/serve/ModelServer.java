package dev.plenum.serve;

import dev.plenum.serve.http.LocalServer;
import dev.plenum.serve.http.Reply;
import dev.plenum.serve.http.Routes;
import dev.plenum.serve.http.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Models and committees over HTTP, and a page to draw on.
 *
 * <pre>{@code
 * ModelSource digits = new ModelSource(
 *     "digits", Predictor.of(Path.of("model.plenum")), Backends.get("purejava"));
 * try (ModelServer server = ModelServer.start(ServerOptions.defaults(), List.of(digits))) {
 *   server.uri(); // POST a picture to v1/models/digits:predict
 * }
 * }</pre>
 *
 * <p>A model whose file changes is read again; if the new file cannot be used, the one before stays.
 */
public final class ModelServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Map<String, Boolean> HEALTHY = Map.of("live", true, "ready", true);

  private final HostedModels models;
  private final ServerMetrics metrics;
  private final LocalServer server;
  private final ScheduledExecutorService reloads;

  private ModelServer(HostedModels models, ServerMetrics metrics, LocalServer server) {
    this.models = models;
    this.metrics = metrics;
    this.server = server;
    this.reloads = Executors.newSingleThreadScheduledExecutor(task -> {
      Thread thread = new Thread(task, "serve-reload");
      thread.setDaemon(true);
      return thread;
    });
  }

  /**
   * Reads the models, and begins to serve them.
   *
   * @param options where it listens, and who may ask it
   * @param sources the models, each with a name of its own
   * @return the server, which listens; whoever starts it closes it
   * @throws IllegalArgumentException if two have one name, or one is to invert what it prepares as digits
   * @throws IOException if one cannot be read, or the server cannot listen
   */
  public static ModelServer start(ServerOptions options, List<ModelSource> sources)
      throws IOException {
    HostedModels models = HostedModels.open(sources);
    ServerMetrics metrics = new ServerMetrics(models);
    try {
      ModelServer server = new ModelServer(
          models, metrics, LocalServer.start(options, routes(models, metrics), metrics));
      server.watchFiles();
      return server;
    } catch (IOException | RuntimeException e) {
      metrics.close();
      models.close();
      throw e;
    }
  }

  private static Routes routes(HostedModels models, ServerMetrics metrics) {
    return Routes.none()
        .files(ModelServer.class, "page")
        .get("/v1/models", call -> Reply.json(Descriptions.of(models)))
        .get("/v1/models/{name}", call -> Reply.json(Descriptions.of(models.get(call.parameter()))))
        .postLater("/v1/models/{name}:predict", new PredictEndpoint(models, PATIENCE))
        .get("/health", call -> Reply.json(HEALTHY))
        .get("/metrics", call -> metrics.reply());
  }

  private void watchFiles() {
    Future<?> unused =
        reloads.scheduleWithFixedDelay(models::reloadChanged, 1, 1, TimeUnit.SECONDS);
  }

  /** {@return where it listens} */
  public URI uri() {
    return server.uri();
  }

  /** Takes no requests any more, has those that came answered, and frees the models. */
  @Override
  public void close() {
    reloads.shutdown();
    server.close();
    models.close();
    metrics.close();
  }
}
