package dev.plenum.app.cli;

import dev.plenum.app.cluster.Clusters;
import dev.plenum.app.config.Group;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.Value;
import dev.plenum.app.host.Host;
import dev.plenum.app.train.Recipes;
import dev.plenum.app.train.Trainings;
import dev.plenum.app.train.TrialSettings;
import dev.plenum.app.train.WatchPage;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.CommitteeEvaluation;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.ablation.RecipeChanges;
import dev.plenum.experiment.cluster.Cluster;
import dev.plenum.experiment.cluster.TrainingSource;
import dev.plenum.experiment.run.MemberRecipes;
import dev.plenum.experiment.run.MemberSelection;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.run.TrainedCommittee;
import dev.plenum.report.MisclassifiedGallery;
import dev.plenum.report.PictureFile;
import dev.plenum.report.page.CommitteeLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code plenum committee}. */
record CommitteeCommand(Host host, RunFolders folders) {
  /** The command. */
  Command command() {
    return new Command(
            "committee",
            "Trains several networks that differ by their seeds, or by their recipes too, and evaluates"
                + " what they decide together.",
            this::run)
        .keys(
            Keys.MEMBERS,
            Keys.KINDS,
            Keys.SELECT,
            Keys.COMBINE,
            Keys.WEIGHTS,
            Keys.SIDE_BY_SIDE,
            Keys.MIN_MEMBERS)
        .keys(Keys.VIEWS)
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
            "plenum committee --kinds vgg-s=4,early-pool=2 --epochs 10",
            "plenum committee --members 3 --combine weighted --weights 0.5,0.3,0.2",
            "plenum committee --members 8 --master spark://10.0.0.5:7077",
            "plenum committee --resume runs/committee");
  }

  private int run(Settings chosen, List<String> arguments) throws IOException {
    Settings settings = counted(chosen);
    Map<String, Map<String, String>> changes = changes(settings);
    MemberRecipes recipes = recipes(settings, changes);
    Trainings trainings = Wiring.injector(host, settings).getInstance(Trainings.class);
    Combination combination = settings.make(
        Keys.WEIGHTS,
        () -> Combination.named(
            settings.get(Keys.COMBINE), settings.all(Keys.WEIGHTS), recipes.count()));
    settings.check(Keys.MIN_MEMBERS, () -> recipes.requireAtLeast(least(settings), combination));
    settings
        .find(Keys.SELECT)
        .ifPresent(count -> settings.check(
            Keys.SELECT,
            () -> MemberSelection.require(
                count, least(settings), settings.get(Keys.VALIDATION), combination)));
    return folders.run(settings, command(), recipes.name(), TrainedCommittee.RECORD, run -> {
      RecipeChanges.write(changes, run.path());
      TrainingData data = trainings.begin(run, recipes.recipes());
      List<StoredRun> members = members(settings, run, recipes, data, trainings);
      TrainedCommittee all =
          new TrainedCommittee(run, data, recipes, members, combination, settings.get(Keys.VIEWS));
      TrainedCommittee committee = settings.find(Keys.SELECT).isPresent()
          ? all.select(settings.get(Keys.SELECT), trainings.backend())
          : all;
      committee.selection().ifPresent(some -> CommitteeLines.print(some, host.out()));
      CommitteeEvaluation test = committee.evaluate(trainings.backend());
      PictureFile.write(
          run.path().resolve("misclassified.png"),
          () -> MisclassifiedGallery.of(data.test(), test.committee()));
      committee.writeRecord(test, trainings.backend());
      CommitteeLines.of(test, settings.get(Keys.VIEWS).named(data.whole().name()))
          .forEach(host.out()::println);
    });
  }

  /** With the number of members that the kinds come to. */
  private static Settings counted(Settings settings) {
    if (settings.find(Keys.KINDS).isEmpty()) {
      return settings;
    }
    int count =
        settings.get(Keys.KINDS).values().stream().mapToInt(number -> number).sum();
    if (settings.isChosen(Keys.MEMBERS) && settings.get(Keys.MEMBERS) != count) {
      throw settings.refuse(Keys.MEMBERS, "the kinds come to " + count + " members: leave it out");
    }
    return settings.with(Map.of(Keys.MEMBERS, new Value(String.valueOf(count), "kinds")));
  }

  /** What each kind has of its own; empty if there is only one. */
  private Map<String, Map<String, String>> changes(Settings settings) throws IOException {
    Map<String, Integer> kinds = settings.find(Keys.KINDS).orElse(Map.of());
    if (!kinds.isEmpty() && settings.find(Keys.RESUME).isPresent()) {
      return RecipeChanges.read(settings.get(Keys.RESUME));
    }
    return settings.make(
        Keys.KINDS,
        () -> RecipeChanges.ofKinds(
            kinds.keySet(), host.workingDirectory(), file -> TrialSettings.in(file, host)));
  }

  private static int least(Settings settings) {
    return settings.find(Keys.MIN_MEMBERS).orElse(settings.get(Keys.MEMBERS));
  }

  private MemberRecipes recipes(Settings settings, Map<String, Map<String, String>> changes) {
    if (changes.isEmpty()) {
      return MemberRecipes.of(recipe(settings), settings.get(Keys.MEMBERS));
    }
    TrialSettings each = new TrialSettings(settings);
    return settings.make(
        Keys.KINDS,
        () -> MemberRecipes.of(
            settings.get(Keys.KINDS),
            kind -> recipe(each.of(changes.getOrDefault(kind, Map.of()), kind))));
  }

  private Recipe recipe(Settings settings) {
    return Wiring.injector(host, settings).getInstance(Recipe.class);
  }

  private List<StoredRun> members(
      Settings settings, RunFolder run, MemberRecipes recipes, TrainingData data, Trainings here)
      throws IOException {
    Path folder = run.path().resolve("members");
    Clusters clusters = new Clusters(settings, host);
    if (clusters.isAsked()) {
      List<TrainingSource> kinds =
          recipes.recipes().stream().map(clusters::source).toList();
      try (Cluster cluster = clusters.connect(run, data, kinds)) {
        return here.members(cluster, clusters::source, clusters.shown())
            .trainAtLeast(least(settings), folder, recipes, data);
      }
    }
    try (WatchPage page = WatchPage.open(settings, run, host)) {
      return here.members(run, page).trainAtLeast(least(settings), folder, recipes, data);
    }
  }
}
