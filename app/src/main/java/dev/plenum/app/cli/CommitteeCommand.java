package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.api.Backend;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.train.CommitteeRun;
import dev.plenum.app.train.Recipes;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.experiment.NetworkSource;
import dev.plenum.experiment.run.RunFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
            List.of(Key.MEMBERS, Key.COMBINE, Key.WEIGHTS, Key.SIDE_BY_SIDE),
            Recipes.KEYS,
            TrainCommand.RUN)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public Map<Key, String> descriptions() {
    return Map.of(
        Key.OUT,
            "where the results go; must be new or empty (default: runs/<time>-committee-<network>)",
        Key.SEED,
            "the first member's: initial weights, shuffling, augmentation and dropout follow from it (default: 1)");
  }

  @Override
  public List<String> examples() {
    return List.of(
        "plenum committee --dataset mnist --members 5 --augment --reduce-lr",
        "plenum committee --members 3 --combine weighted --weights 0.5,0.3,0.2",
        "plenum committee --resume runs/committee");
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
