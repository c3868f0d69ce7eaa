package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.api.Backend;
import dev.plenum.app.Host;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.network.NetworkSource;
import dev.plenum.app.train.RunDirectory;
import dev.plenum.app.train.TrainingRun;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** {@code plenum train}. */
final class TrainCommand implements Command {
  /** What the training of a network depends on. */
  static final List<Key> RECIPE = List.of(
      Key.BACKEND,
      Key.KERNELS,
      Key.THREADS,
      Key.NETWORK,
      Key.DATASET,
      Key.DATA_DIR,
      Key.IMAGE_SIZE,
      Key.LIMIT,
      Key.VALIDATION,
      Key.SPLIT_SEED,
      Key.EPOCHS,
      Key.BATCH_SIZE,
      Key.OPTIMIZER,
      Key.LEARNING_RATE,
      Key.SEED,
      Key.AUGMENT,
      Key.REDUCE_LR);

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
    return Stream.concat(RECIPE.stream(), Stream.of(Key.OUT, Key.VERBOSE)).toList();
  }

  @Override
  public int run(Settings settings, List<String> arguments) throws IOException {
    Instant started = Instant.now();
    Injector injector = Wiring.injector(host, settings);
    NetworkSource network = injector.getInstance(NetworkSource.class);
    Path out = RunFolders.choose(host, settings, name(), network.displayName());
    try (RunDirectory directory = RunDirectory.claim(out)) {
      TrainingRun run = injector.getInstance(TrainingRun.class);
      BackendHints.print(injector.getInstance(Backend.class), host.err());
      String command = ShellWords.join("plenum", commandLine);
      run.run(directory, new Invocation(command, Plenum.version(), started));
    }
    return ExitCode.SUCCESS;
  }
}
