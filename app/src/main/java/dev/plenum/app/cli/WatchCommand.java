package dev.plenum.app.cli;

import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.host.Host;
import dev.plenum.app.train.WatchPage;
import dev.plenum.experiment.process.EndOfProcess;
import dev.plenum.serve.watch.LiveTrainings;
import dev.plenum.serve.watch.WatchServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code plenum watch}. */
record WatchCommand(Host host) {

  /** The command. */
  Command command() {
    return new Command(
            "watch",
            "Shows trainings on a page of this machine while they run, whatever process trains: curves,"
                + " speed, time left; they can be stopped there, and keep what was done. Ctrl-C ends it.",
            this::run)
        .keys(Keys.LISTEN)
        .argument("RUNS", "a folder with trainings in it, or of one")
        .examples("plenum watch runs", "plenum watch runs/mnist --listen 8080");
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    Path folder = ModelFiles.path(host, arguments.get(0));
    if (!Files.isDirectory(folder)) {
      throw new UsageException("there is no folder " + host.shown(folder));
    }
    try (WatchServer server =
        WatchServer.start(WatchPage.options(settings), folder, new LiveTrainings())) {
      host.err().println("Watch " + host.shown(folder) + ": " + server.uri());
      host.err().flush();
      EndOfProcess.await(server::close, "plenum-watch-end");
      return ExitCode.INTERRUPTED;
    }
  }
}
