package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.api.Backend;
import dev.plenum.app.compare.PreparedComparison;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.train.Recipes;
import dev.plenum.app.train.ShownTrainings;
import dev.plenum.app.train.Trainings;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.Trainer;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.comparison.CellTraining;
import dev.plenum.experiment.process.ParentProcess;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The part of {@code plenum compare} that runs in a JVM of its own. */
record CompareCellCommand(Host host, RunFolders folders) {
  /** The command. */
  Command command() {
    return new Command(
            PreparedComparison.CELL_COMMAND, "Runs one training of a comparison.", this::run)
        .keys(Recipes.KEYS)
        .keys(Keys.OUT)
        .argument("train|repeat", "the whole training, or its first epoch")
        .internal();
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    Invocation invocation = folders.invocation();
    ParentProcess.endWithIt(ExitCode.FAILURE);
    Path out = settings
        .find(Keys.OUT)
        .orElseThrow(() -> settings.refuse(Keys.OUT, "name the folder of the results"));
    Injector injector = Wiring.injector(host, settings);
    Backend backend = injector.getInstance(Backend.class);
    backend.warmUp();
    TrainingData data = Trainings.images(injector.getInstance(DatasetSource.class), settings);
    Trainer trainer = new Trainer(backend, new ShownTrainings(host));
    new CellTraining(trainer, invocation, arguments.contains("repeat"))
        .run(injector.getInstance(Recipe.class), data, new TrainingFolder(out));
    return ExitCode.SUCCESS;
  }
}
