package dev.plenum.serve.watch;

import dev.plenum.serve.http.Call;
import dev.plenum.serve.http.LocalServer;
import dev.plenum.serve.http.Problem;
import dev.plenum.serve.http.ProblemException;
import dev.plenum.serve.http.Reply;
import dev.plenum.serve.http.Routes;
import dev.plenum.serve.http.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A page on which trainings are watched, and can be stopped. It shows what their folders tell, whatever
 * process writes them, and of trainings in this process pictures too.
 *
 * <pre>{@code
 * try (WatchServer server = WatchServer.start(ServerOptions.defaults(), runs, new LiveTrainings())) {
 *   System.out.println(server.uri());
 * }
 * }</pre>
 */
public final class WatchServer implements AutoCloseable {
  private final Runs runs;
  private final LiveTrainings live;
  private final Path folder;
  private final Feed feed;
  private final LocalServer server;

  private WatchServer(ServerOptions options, Path folder, LiveTrainings live) throws IOException {
    this.folder = folder;
    this.live = live;
    this.runs = new Runs(folder, live, Clock.systemUTC());
    this.feed = new Feed(runs);
    this.server = LocalServer.start(options, routes());
  }

  /**
   * Starts it.
   *
   * @param options where it listens, and who may ask it
   * @param folder of one training or of many
   * @param live the trainings of this process, by folders within that one
   * @return the server, which listens; whoever starts it closes it
   * @throws IOException if it cannot listen where the options say
   */
  public static WatchServer start(ServerOptions options, Path folder, LiveTrainings live)
      throws IOException {
    WatchServer server = new WatchServer(options, folder, live);
    server.feed.start();
    return server;
  }

  private Routes routes() {
    return Routes.none()
        .files(WatchServer.class, "page")
        .get(
            "/api/runs",
            call -> Reply.json(
                Map.of("folder", String.valueOf(folder.getFileName()), "runs", runs.summaries())))
        .get("/api/runs/{id}/history", call -> Reply.json(runs.history(call.parameter())))
        .get("/api/runs/{id}/pictures", this::pictures)
        .post("/api/runs/{id}/stop", this::stop)
        .events("/api/events", (call, stream) -> feed.connect(stream));
  }

  private Reply pictures(Call call) throws ProblemException {
    Path training = runs.find(call.parameter()).folder();
    LivePictures pictures = live.find(training)
        .orElseThrow(() -> new Problem(
                404,
                "There are no pictures of this training",
                "a training of another process",
                "watch it by the process that trains")
            .exception());
    pictures.ask();
    Map<String, Object> json = new LinkedHashMap<>();
    pictures
        .seen()
        .ifPresent(seen -> json.put("samples", PictureJson.of(seen, pictures.classNames())));
    pictures
        .validated()
        .ifPresent(validated -> json.put("misclassified", PictureJson.of(validated)));
    pictures.filters().ifPresent(filters -> json.put("filters", PictureJson.of(filters)));
    return Reply.json(json);
  }

  private Reply stop(Call call) throws IOException {
    try {
      runs.find(call.parameter()).progress().requestStop();
    } catch (NoSuchFileException e) {
      throw new Problem(
              409, "The training is over", "no progress in its folder", "there is nothing to stop")
          .exception();
    }
    return Reply.json(Map.of("stopping", true)).withStatus(202);
  }

  /** {@return where the page is: {@code http://localhost:43217/}} */
  public URI uri() {
    return server.uri();
  }

  /** Tells pages the last there is, and ends. */
  @Override
  public void close() {
    feed.close();
    server.close();
  }
}
