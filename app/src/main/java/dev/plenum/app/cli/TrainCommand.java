package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.train.Recipes;
import dev.plenum.app.train.Trainings;
import dev.plenum.app.train.WatchPage;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.experiment.NetworkSource;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.report.TestLine;
import java.io.IOException;
import java.util.List;

/** {@code plenum train}: trains one network and leaves the results in a folder. */
record TrainCommand(Host host, RunFolders folders) {
  /** How a run is kept and resumed. */
  static final List<Key<?>> RUN = List.of(
      Keys.CHECKPOINT_SECONDS,
      Keys.TENSORBOARD,
      Keys.WATCH,
      Keys.LISTEN,
      Keys.SAVE_BEST,
      Keys.SAVE_MONITOR,
      Keys.RESUME,
      Keys.OUT);

  /** The command. */
  Command command() {
    return new Command("train", "Trains one network, evaluates it and saves it.", this::run)
        .keys(Recipes.KEYS)
        .keys(Keys.LOG_CSV)
        .keys(RUN)
        .says(
            Keys.OUT,
            "where the results go; must be new or empty (default: runs/<time>-train-<network>)")
        .examples(
            "plenum train --dataset mnist --epochs 10 --seed 7 --out runs/mnist",
            "plenum train --dataset photos/ --rotation 15 --horizontal-flip",
            "plenum train --optimizer sgd --momentum 0.9 --lr-patience 5",
            "plenum train --schedule cosine --stop-patience 5 --restore-best",
            "plenum train --dataset mnist --epochs 40 --watch",
            "plenum train --resume runs/mnist");
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    Injector injector = Wiring.injector(host, settings);
    String network = injector.getInstance(NetworkSource.class).displayName();
    return folders.run(settings, command(), network, StoredRun.RECORD, run -> {
      Trainings trainings = injector.getInstance(Trainings.class);
      Recipe recipe = injector.getInstance(Recipe.class);
      TrainingData data = trainings.begin(run, recipe);
      try (WatchPage page = WatchPage.open(settings, run, host)) {
        StoredRun trained = trainings
            .of(run, page)
            .train(new TrainingFolder(run.path()), recipe, data, trainings.backend());
        host.out().println(TestLine.of(trained.record()));
      }
    });
  }
}
