package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.api.Backend;
import dev.plenum.app.compare.CompareRun;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.text.ShellWords;
import dev.plenum.app.train.Recipes;
import dev.plenum.app.train.ShownTrainings;
import dev.plenum.app.train.TrainingImages;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.Trainer;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.comparison.CellTraining;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The part of {@code plenum compare} that runs in a JVM of its own. */
final class CompareCellCommand implements Command {
  private final Host host;
  private final List<String> commandLine;

  CompareCellCommand(Host host, List<String> commandLine) {
    this.host = host;
    this.commandLine = commandLine;
  }

  @Override
  public String name() {
    return CompareRun.CELL_COMMAND;
  }

  @Override
  public String description() {
    return "Runs one training of a comparison.";
  }

  @Override
  public boolean isInternal() {
    return true;
  }

  @Override
  public List<Key> keys() {
    return Stream.concat(Recipes.KEYS.stream(), Stream.of(Key.OUT, Key.VERBOSE)).toList();
  }

  @Override
  public int run(Settings settings, List<String> arguments) throws IOException {
    Instant started = Instant.now();
    endWithParent();
    Path out = settings
        .out()
        .orElseThrow(() -> settings.refuse(Key.OUT, "name the folder of the results"));
    String command = ShellWords.join("plenum", commandLine);
    Injector injector = Wiring.injector(host, settings);
    Backend backend = injector.getInstance(Backend.class);
    backend.warmUp();
    TrainingData data =
        TrainingImages.of(injector.getInstance(DatasetSource.class).load(), settings);
    Trainer trainer = new Trainer(backend, injector.getInstance(ShownTrainings.class));
    new CellTraining(trainer, new Invocation(command, Plenum.version(), started))
        .run(injector.getInstance(Recipe.class), data, new TrainingFolder(out));
    return ExitCode.SUCCESS;
  }

  /** A comparison that was killed must not leave a training behind that nobody waits for. */
  private static void endWithParent() {
    ProcessHandle.current().parent().ifPresent(parent -> {
      Thread watch = new Thread(
          () -> {
            parent.onExit().join();
            Runtime.getRuntime().exit(ExitCode.FAILURE);
          },
          "plenum-end-with-parent");
      watch.setDaemon(true);
      watch.start();
    });
  }
}
