package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.api.Evaluation;
import dev.plenum.app.cluster.Clusters;
import dev.plenum.app.config.Group;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.train.Combinations;
import dev.plenum.app.train.Recipes;
import dev.plenum.app.train.Trainings;
import dev.plenum.app.train.WatchPage;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.CommitteeEvaluation;
import dev.plenum.experiment.NetworkSource;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.cluster.Cluster;
import dev.plenum.experiment.cluster.TrainingSource;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.run.TrainedCommittee;
import dev.plenum.report.MisclassifiedGallery;
import dev.plenum.report.PictureFile;
import dev.plenum.report.TestLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code plenum committee}. */
record CommitteeCommand(Host host, RunFolders folders) {
  /** The command. */
  Command command() {
    return new Command(
            "committee",
            "Trains several networks that differ by their seeds only, and evaluates what they decide"
                + " together.",
            this::run)
        .keys(Keys.MEMBERS, Keys.COMBINE, Keys.WEIGHTS, Keys.SIDE_BY_SIDE, Keys.MIN_MEMBERS)
        .keys(Keys.in(Group.CLUSTER))
        .keys(Recipes.KEYS)
        .keys(TrainCommand.RUN)
        .says(
            Keys.OUT,
            "where the results go; must be new or empty (default: runs/<time>-committee-<network>)")
        .says(
            Keys.SEED,
            "the first member's: initial weights, shuffling, augmentation and dropout follow from it (default: 1)")
        .examples(
            "plenum committee --dataset mnist --members 5 --augment --reduce-lr",
            "plenum committee --members 3 --combine weighted --weights 0.5,0.3,0.2",
            "plenum committee --members 8 --master spark://10.0.0.5:7077",
            "plenum committee --resume runs/committee");
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    Injector injector = Wiring.injector(host, settings);
    String network = injector.getInstance(NetworkSource.class).displayName();
    Trainings trainings = injector.getInstance(Trainings.class);
    Recipe recipe = injector.getInstance(Recipe.class);
    Combination combination = Combinations.of(settings);
    return folders.run(settings, command(), network, TrainedCommittee.RECORD, run -> {
      TrainingData data = trainings.begin(run, recipe);
      List<StoredRun> members = members(settings, run, recipe, data, trainings);
      TrainedCommittee committee = new TrainedCommittee(run, data, members, combination);
      CommitteeEvaluation test = committee.evaluate(recipe.metrics(), trainings.backend());
      PictureFile.write(
          run.path().resolve("misclassified.png"),
          () -> MisclassifiedGallery.of(data.test(), test.committee()));
      committee.writeRecord(test, trainings.backend());
      print(test, data.whole().name());
    });
  }

  private List<StoredRun> members(
      Settings settings, RunFolder run, Recipe recipe, TrainingData data, Trainings trainings)
      throws IOException {
    Path folder = run.path().resolve("members");
    int count = settings.get(Keys.MEMBERS);
    int least = settings.find(Keys.MIN_MEMBERS).orElse(count);
    Clusters clusters = new Clusters(settings, host);
    if (clusters.isAsked()) {
      TrainingSource source = clusters.source(recipe.configuration());
      try (Cluster cluster = clusters.connect(run, data, List.of(source))) {
        return trainings
            .members(cluster, recipe.network().displayName(), source, clusters.shown())
            .trainAtLeast(least, folder, recipe, count, data);
      }
    }
    try (WatchPage page = WatchPage.open(settings, run, host)) {
      return trainings.members(run, page).trainAtLeast(least, folder, recipe, count, data);
    }
  }

  private void print(CommitteeEvaluation test, String dataset) {
    double mean =
        test.members().stream().mapToDouble(Evaluation::accuracy).average().orElseThrow();
    host.out().printf(Locale.ROOT, "Members' mean accuracy: %.4f%n", mean);
    host.out().println("Committee. " + TestLine.of(dataset, test.committee()));
  }
}
