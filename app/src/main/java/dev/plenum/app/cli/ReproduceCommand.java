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
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.reference.ReferenceExperiment;
import dev.plenum.experiment.reference.ReferencePlan;
import dev.plenum.experiment.reference.Reproduction;
import dev.plenum.experiment.reference.Stage;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.RunInputs;
import dev.plenum.report.page.TextTable;
import dev.plenum.report.reference.Report;
import dev.plenum.report.reference.StageTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** {@code plenum reproduce}. */
record ReproduceCommand(Host host, RunFolders folders) {

  /** The command. */
  Command command() {
    return new Command(
            "reproduce",
            "Runs the whole reference experiment, stage by stage, and writes a report with its table and"
                + " pictures.",
            this::run)
        .keys(Keys.QUICK, Keys.STAGES, Keys.SEEDS, Keys.EPOCHS, Keys.MEMBERS, Keys.SIDE_BY_SIDE)
        .keys(Keys.in(Group.BACKEND))
        .keys(Keys.DATASET, Keys.DATA_DIR, Keys.IMAGE_SIZE, Keys.PREPARE, Keys.PIXELS)
        .keys(Keys.VALIDATION, Keys.SPLIT_SEED, Keys.SPLIT, Keys.STRATIFY, Keys.GROUPS)
        .keys(Keys.SEED, Keys.BATCH_SIZE, Keys.CHECKPOINT_SECONDS, Keys.RESUME, Keys.OUT)
        .says(Keys.EPOCHS, "of every stage (default: the experiment's, 40 or 30)")
        .says(Keys.MEMBERS, "how many networks form a committee (default: the experiment's, 5)")
        .says(
            Keys.OUT, "where the results go; must be new or empty (default: runs/<time>-reproduce)")
        .says(
            Keys.SEEDS, "how often the stages 1a to 3 are run, with seed, seed + 1 … (default: 1)")
        .says(
            Keys.SEED, "the first network's of each stage; the others have seed + 1 … (default: 1)")
        .ownDefaults(Keys.EPOCHS, Keys.MEMBERS)
        .examples(
            "plenum reproduce --quick",
            "plenum reproduce --dataset mnist --stages 1a,1b --out runs/reproduction");
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    Trainings trainings = Wiring.injector(host, settings).getInstance(Trainings.class);
    return folders.run(
        settings,
        command(),
        "",
        Report.LAST_FILE,
        run -> print(reproduce(run, settings, trainings)));
  }

  private Reproduction reproduce(RunFolder run, Settings settings, Trainings trainings)
      throws IOException {
    trainings.warmUp();
    ReferencePlan plan = plan(settings);
    TrainTest whole = trainings.source().load();
    TrainingData data = settings.make(Keys.VALIDATION, () -> plan.data(whole));
    ReferenceExperiment experiment = new ReferenceExperiment(
        plan,
        stage -> recipe(plan, stage, data, settings),
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

  /** With the settings by which {@code plenum train} trains the same network. */
  private static Recipe recipe(
      ReferencePlan plan, Stage stage, TrainingData data, Settings settings) {
    Recipe recipe = plan.recipe(stage);
    Map<String, String> configuration =
        new LinkedHashMap<>(Recipes.configuration(settings, recipe.network(), data.limit()));
    configuration.put(Keys.EPOCHS.key(), String.valueOf(recipe.epochs()));
    configuration.put(Keys.AUGMENT.key(), String.valueOf(stage.isAugmented()));
    configuration.put(Keys.REDUCE_LR.key(), String.valueOf(stage.reducesLearningRate()));
    return recipe.configuration(configuration);
  }

  private void print(Reproduction reproduction) {
    host.out().println();
    TextTable table = new TextTable(StageTable.WORD_COLUMNS);
    StageTable.rows(reproduction).forEach(table::add);
    table.print(host.out());
    StageTable.notes(reproduction).forEach(host.out()::println);
  }
}
