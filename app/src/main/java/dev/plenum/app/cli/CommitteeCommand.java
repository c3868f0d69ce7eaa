package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.api.Backend;
import dev.plenum.app.Host;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.network.NetworkSource;
import dev.plenum.app.train.CommitteeRun;
import dev.plenum.app.train.ResumableFolder;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** {@code plenum committee}. */
final class CommitteeCommand implements Command {
  private final Host host;
  private final List<String> commandLine;

  CommitteeCommand(Host host, List<String> commandLine) {
    this.host = host;
    this.commandLine = commandLine;
  }

  @Override
  public String name() {
    return "committee";
  }

  @Override
  public String description() {
    return "Trains several networks that differ by their seeds only, and evaluates what they decide"
        + " together.";
  }

  @Override
  public List<Key> keys() {
    return Stream.of(
            List.of(Key.MEMBERS, Key.COMBINE, Key.SIDE_BY_SIDE),
            TrainCommand.RECIPE,
            List.of(Key.RESUME, Key.OUT, Key.VERBOSE))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public int run(Settings settings, List<String> arguments) throws IOException {
    Instant started = Instant.now();
    Injector injector = Wiring.injector(host, settings);
    NetworkSource network = injector.getInstance(NetworkSource.class);
    CommitteeRun run = injector.getInstance(CommitteeRun.class);
    Path out = RunFolders.choose(host, settings, name(), network.displayName());
    ResumableFolder folder =
        ResumableFolder.claim(out, RunFolders.configuration(settings, this), settings.resume());
    if (folder.has(CommitteeRun.RESULT)) {
      host.out().println("The run is finished: " + host.shown(out));
      return ExitCode.SUCCESS;
    }
    BackendHints.print(injector.getInstance(Backend.class), host.err());
    String command = ShellWords.join("plenum", commandLine);
    run.run(out, new Invocation(command, Plenum.version(), started));
    return ExitCode.SUCCESS;
  }
}
