package dev.plenum.app.train;

import dev.plenum.api.Callback;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.serve.http.ServerOptions;
import dev.plenum.serve.watch.LiveTrainings;
import dev.plenum.serve.watch.WatchServer;
import java.io.IOException;
import java.util.Optional;

/**
 * The page that shows a run's trainings while they last, if the settings ask for it.
 *
 * @param server has the page
 * @param trainings what it shows
 */
public record WatchPage(Optional<WatchServer> server, LiveTrainings trainings)
    implements AutoCloseable {
  /** No page. */
  public static final WatchPage NONE = new WatchPage(Optional.empty(), new LiveTrainings());

  /**
   * Opens it, and says where it is.
   *
   * @throws dev.plenum.app.config.UsageException if the port is none
   * @throws IOException if nothing can listen there
   */
  public static WatchPage open(Settings settings, RunFolder run, Host host) throws IOException {
    if (!settings.has(Keys.WATCH)) {
      return NONE;
    }
    LiveTrainings trainings = new LiveTrainings();
    WatchServer server = WatchServer.start(options(settings), run.path(), trainings);
    host.err().println("Watch it: " + server.uri());
    return new WatchPage(Optional.of(server), trainings);
  }

  /** Where pages are, as the settings say. */
  public static ServerOptions options(Settings settings) {
    return settings.make(
        Keys.LISTEN,
        () -> ServerOptions.defaults().withPort(settings.find(Keys.LISTEN).orElse(0)));
  }

  /** What collects a training's pictures. */
  Optional<Callback> watching(TrainingFolder folder, TrainingData data) {
    return server.map(page -> trainings.watching(folder.path(), data.classNames()));
  }

  /** Closes it. */
  @Override
  public void close() {
    server.ifPresent(WatchServer::close);
  }
}
