package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.api.Backend;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.train.Recipes;
import dev.plenum.app.train.TrainRun;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.experiment.NetworkSource;
import dev.plenum.experiment.run.RunFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code plenum train}. */
final class TrainCommand implements Command {
  /** How a run is kept and resumed. */
  static final List<Key> RUN = List.of(
      Key.CHECKPOINT_SECONDS, Key.SAVE_BEST, Key.SAVE_MONITOR, Key.RESUME, Key.OUT, Key.VERBOSE);

  private final Host host;
  private final List<String> commandLine;

  TrainCommand(Host host, List<String> commandLine) {
    this.host = host;
    this.commandLine = commandLine;
  }

  @Override
  public String name() {
    return "train";
  }

  @Override
  public String description() {
    return "Trains one network, evaluates it and saves it.";
  }

  @Override
  public List<Key> keys() {
    return Stream.of(Recipes.KEYS, List.of(Key.LOG_CSV), RUN)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public Map<Key, String> descriptions() {
    return Map.of(
        Key.OUT,
        "where the results go; must be new or empty (default: runs/<time>-train-<network>)");
  }

  @Override
  public List<String> examples() {
    return List.of(
        "plenum train --dataset mnist --epochs 10 --seed 7 --out runs/mnist",
        "plenum train --dataset photos/ --rotation 15 --horizontal-flip",
        "plenum train --optimizer sgd --momentum 0.9 --lr-patience 5",
        "plenum train --schedule cosine --stop-patience 5 --restore-best",
        "plenum train --resume runs/mnist");
  }

  @Override
  public int run(Settings settings, List<String> arguments) throws IOException {
    Injector injector = Wiring.injector(host, settings);
    NetworkSource network = injector.getInstance(NetworkSource.class);
    try (RunFolder folder =
        RunFolders.claim(host, settings, this, commandLine, network.displayName())) {
      if (!RunFolders.isFinished(folder, TrainRun.RESULT, host)) {
        TrainRun run = injector.getInstance(TrainRun.class);
        BackendHints.print(injector.getInstance(Backend.class), host.err());
        run.run(folder);
      }
      folder.finish();
    }
    return ExitCode.SUCCESS;
  }
}
