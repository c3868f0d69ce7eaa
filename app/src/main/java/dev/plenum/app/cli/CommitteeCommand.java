package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.api.Backend;
import dev.plenum.app.Host;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.network.NetworkSource;
import dev.plenum.app.train.CommitteeRun;
import dev.plenum.app.train.Recipe;
import dev.plenum.app.train.RunFolder;
import dev.plenum.app.wiring.Wiring;
import java.io.IOException;
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
            List.of(Key.MEMBERS, Key.COMBINE, Key.SIDE_BY_SIDE), Recipe.KEYS, TrainCommand.RUN)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public int run(Settings settings, List<String> arguments) throws IOException {
    Injector injector = Wiring.injector(host, settings);
    NetworkSource network = injector.getInstance(NetworkSource.class);
    CommitteeRun run = injector.getInstance(CommitteeRun.class);
    try (RunFolder folder =
        RunFolders.claim(host, settings, this, commandLine, network.displayName())) {
      if (!RunFolders.isFinished(folder, CommitteeRun.RESULT, host)) {
        BackendHints.print(injector.getInstance(Backend.class), host.err());
        run.run(folder);
      }
      folder.finish();
    }
    return ExitCode.SUCCESS;
  }
}
