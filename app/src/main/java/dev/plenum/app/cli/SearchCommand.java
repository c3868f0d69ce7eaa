package dev.plenum.app.cli;

import dev.plenum.api.Backend;
import dev.plenum.app.cluster.Clusters;
import dev.plenum.app.config.Group;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.config.Value;
import dev.plenum.app.document.Documents;
import dev.plenum.app.host.Host;
import dev.plenum.app.train.Recipes;
import dev.plenum.app.train.Trainings;
import dev.plenum.app.train.TrialSettings;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.cluster.Cluster;
import dev.plenum.experiment.cluster.ClusterTrials;
import dev.plenum.experiment.cluster.TrainingSource;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.search.Search;
import dev.plenum.experiment.search.SearchPlan;
import dev.plenum.experiment.search.SearchPlanJson;
import dev.plenum.experiment.search.SearchRun;
import dev.plenum.experiment.trial.LocalTrials;
import dev.plenum.persistence.IoReason;
import dev.plenum.report.search.SearchReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code plenum search}. */
record SearchCommand(Host host, RunFolders folders) {
  /** The command. */
  Command command() {
    List<Key<?>> keys =
        Recipes.KEYS.stream().filter(key -> !key.equals(Keys.EPOCHS)).toList();
    return new Command(
            "search",
            "Searches for better settings: trains trials with settings drawn from a file's ranges,"
                + " judges them by validation images, and trains the best again from fresh seeds."
                + " Only then it measures these on the test images.",
            this::run)
        .optionalArgument("SPACE", "a .conf or .json file with trials, rungs and parameters")
        .keys(keys)
        .keys(Keys.in(Group.CLUSTER))
        .keys(Keys.CHECKPOINT_SECONDS, Keys.RESUME, Keys.OUT)
        .says(Keys.OUT, "where the results go; must be new or empty (default: runs/<time>-search)")
        .says(
            Keys.SEED,
            "what is drawn follows from it, and the weights, order and dropout of every trial"
                + " (default: 1)")
        .examples(
            "plenum search space.conf --dataset mnist --augment --out runs/search",
            "plenum search --resume runs/search",
            "plenum train --config runs/search/best.conf");
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    Optional<Path> resumed = settings.find(Keys.RESUME);
    String origin = resumed.isPresent() ? SearchPlanJson.FILE : one(arguments);
    SearchPlan plan = plan(resumed.orElse(host.workingDirectory()).resolve(origin), origin);
    Value first = new Value(String.valueOf(plan.rungs().get(0)), origin);
    List<Recipe> recipes = SearchRun.recipes(
        plan,
        settings.get(Keys.SEED),
        values -> recipe(trial(settings, values, origin).with(Map.of(Keys.EPOCHS, first))));
    return folders.run(settings, command(), "", SearchReport.LAST_FILE, run -> {
      Trainings trainings = Wiring.injector(host, settings).getInstance(Trainings.class);
      SearchPlanJson.write(plan, run.path());
      TrainingData data = trainings.begin(run, recipes);
      LocalTrials here = new LocalTrials(trainings.ofTrials(run), trainings.backend());
      SearchRun search = settings.make(
          Keys.VALIDATION,
          () -> new SearchRun(
              plan, settings.get(Keys.SEED), recipes, data, here, run.path(), trainings.shown()));
      Search found = found(settings, run, search, trainings.backend());
      Map<String, String> values = new LinkedHashMap<>(found.winner().values());
      Map<String, String> best = TrialSettings.chosen(trial(settings, values, origin));
      best.put(Keys.EPOCHS.key(), String.valueOf(plan.epochs()));
      Documents.write(run.path().resolve("best.conf"), best);
      new SearchReport(found).print(host.out());
      new SearchReport(found).writeTo(run.path());
    });
  }

  private static String one(List<String> arguments) {
    return arguments.stream()
        .findFirst()
        .orElseThrow(() -> new UsageException("name a file with the settings to search"));
  }

  private static SearchPlan plan(Path file, String shownAs) {
    try {
      return SearchPlanJson.read(Documents.json(file, shownAs));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UsageException("%s cannot be read: %s".formatted(shownAs, IoReason.of(e)));
    }
  }

  private static Settings trial(Settings settings, Map<String, String> values, String origin) {
    return new TrialSettings(settings).of(values, origin);
  }

  private Recipe recipe(Settings trial) {
    return Wiring.injector(host, trial).getInstance(Recipe.class);
  }

  private Search found(Settings settings, RunFolder run, SearchRun search, Backend backend)
      throws IOException {
    Clusters clusters = new Clusters(settings, host);
    if (!clusters.isAsked()) {
      return search.run(backend, run.invocation());
    }
    TrainingSource one = clusters.source(search.recipes().get(0).configuration());
    try (Cluster cluster = clusters.connect(run, search.data(), List.of(one))) {
      ClusterTrials there = new ClusterTrials(
          cluster,
          recipe -> clusters.source(recipe.configuration()),
          settings.get(Keys.CHECKPOINT_SECONDS),
          clusters.shown());
      return search.runner(there).run(backend, run.invocation());
    }
  }
}
