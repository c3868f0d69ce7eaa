package dev.plenum.app.cli;

import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Network;
import dev.plenum.app.config.Group;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.train.Recipes;
import dev.plenum.app.train.Trainings;
import dev.plenum.app.train.WatchPage;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.reference.ReferenceExperiment;
import dev.plenum.experiment.reference.ReferencePlan;
import dev.plenum.experiment.reference.Reproduction;
import dev.plenum.experiment.reference.Stage;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.RunInputs;
import dev.plenum.report.attempt.AttemptsReport;
import dev.plenum.report.reference.Report;
import dev.plenum.report.reference.StageTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code plenum reproduce}. */
record ReproduceCommand(Host host, RunFolders folders) {

  /** The command. */
  Command command() {
    return new Command(
            "reproduce",
            "Runs the whole reference experiment, stage by stage, or a recipe with a name, from several seeds,"
                + " and writes a report.",
            this::run)
        .keys(Keys.RECIPE, Keys.QUICK, Keys.STAGES)
        .keys(Keys.SEEDS, Keys.EPOCHS, Keys.MEMBERS, Keys.SIDE_BY_SIDE)
        .keys(Keys.in(Group.BACKEND))
        .keys(Keys.DATASET, Keys.DATA_DIR, Keys.IMAGE_SIZE, Keys.PREPARE, Keys.PIXELS)
        .keys(Keys.VALIDATION, Keys.SPLIT_SEED, Keys.SPLIT, Keys.STRATIFY, Keys.GROUPS)
        .keys(Keys.SEED, Keys.BATCH_SIZE, Keys.CHECKPOINT_SECONDS, Keys.RESUME, Keys.OUT)
        .says(
            Keys.RECIPE, "run this recipe instead of the experiment, each run in a JVM of its own")
        .says(Keys.EPOCHS, "of every stage (default: the experiment's, 40 or 30; or the recipe's)")
        .says(
            Keys.MEMBERS,
            "how many networks form a committee (default: the experiment's, 5; or the recipe's)")
        .says(
            Keys.OUT, "where the results go; must be new or empty (default: runs/<time>-reproduce)")
        .says(
            Keys.SEEDS,
            "how often the stages 1a to 3 are run, with seed, seed + 1 … (default: 1), or the recipe (default: 10 times if it trains one network, else once)")
        .says(
            Keys.SEED, "the first network's of each stage; the others have seed + 1 … (default: 1)")
        .ownDefaults(Keys.EPOCHS, Keys.MEMBERS)
        .examples(
            "plenum reproduce --quick",
            "plenum reproduce --dataset mnist --stages 1a,1b --out runs/reproduction",
            "plenum reproduce --recipe speedrun-99");
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    Optional<String> recipe = settings.find(Keys.RECIPE);
    if (recipe.isPresent()) {
      if (settings.has(Keys.QUICK) || settings.isOption(Keys.STAGES)) {
        throw settings.refuse(
            Keys.RECIPE, "a recipe has no stages and no quick form: leave out the other option");
      }
      return folders.run(
          settings,
          command(),
          recipe.get(),
          AttemptsReport.LAST_FILE,
          new RecipeReproduction(host, settings, recipe.get())::run);
    }
    Trainings trainings = Wiring.injector(host, settings).getInstance(Trainings.class);
    return folders.run(
        settings,
        command(),
        "",
        Report.LAST_FILE,
        run -> StageTable.print(reproduce(run, settings, trainings), host.out()));
  }

  private Reproduction reproduce(RunFolder run, Settings settings, Trainings trainings)
      throws IOException {
    trainings.warmUp();
    ReferencePlan plan = plan(settings);
    TrainTest whole = trainings.source().load();
    TrainingData data = settings.make(Keys.VALIDATION, () -> plan.data(whole));
    ReferenceExperiment experiment = new ReferenceExperiment(
        plan,
        stage -> plan.recipe(stage, Recipes.configuration(settings, stage.network(), data.limit())),
        trainings.members(run, WatchPage.NONE),
        this::show);
    Map<String, Network> networks = experiment.networks(data);
    Trainings.begin(run, RunInputs.of(data.whole(), networks), settings);
    ReferenceExperiment.Result result = experiment.run(run, data);
    new Report(result.reproduction(), networks, data.test(), result.deepCommittee())
        .writeTo(run.path());
    return result.reproduction();
  }

  private void show(Stage stage) {
    host.out().printf("%nStage %s: %s%n", stage.id(), stage.title());
    host.out().flush();
  }

  /** The experiment has numbers of its own where none was chosen. */
  private static ReferencePlan plan(Settings settings) {
    return new ReferencePlan(
        Arrays.stream(Stage.values())
            .filter(stage -> settings.all(Keys.STAGES).contains(stage.id()))
            .toList(),
        settings.has(Keys.QUICK),
        settings.chosen(Keys.EPOCHS).map(OptionalInt::of).orElse(OptionalInt.empty()),
        settings.chosen(Keys.MEMBERS).map(OptionalInt::of).orElse(OptionalInt.empty()),
        settings.find(Keys.SEEDS).orElse(1),
        settings.get(Keys.SEED),
        settings.get(Keys.BATCH_SIZE),
        settings.get(Keys.VALIDATION),
        Trainings.splitting(settings));
  }
}
