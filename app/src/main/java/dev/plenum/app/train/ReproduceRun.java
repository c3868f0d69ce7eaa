package dev.plenum.app.train;

import com.google.inject.Inject;
import dev.plenum.api.Backend;
import dev.plenum.api.network.Network;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.reference.ReferenceExperiment;
import dev.plenum.experiment.reference.ReferencePlan;
import dev.plenum.experiment.reference.Reproduction;
import dev.plenum.experiment.reference.Stage;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.RunInputs;
import dev.plenum.report.reference.Report;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** {@code plenum reproduce}: runs the reference experiment and leaves its report. */
public final class ReproduceRun {
  /** Written last. */
  public static final String RESULT = Report.LAST_FILE;

  private final Host host;
  private final Settings settings;
  private final Backend backend;
  private final DatasetSource source;
  private final Trainings trainings;

  @Inject
  ReproduceRun(
      Host host, Settings settings, Backend backend, DatasetSource source, Trainings trainings) {
    this.host = host;
    this.settings = settings;
    this.backend = backend;
    this.source = source;
    this.trainings = trainings;
  }

  /**
   * Runs it.
   *
   * @param run gets a folder for each network, and at the end the report
   * @return what came out
   * @throws IOException if the dataset cannot be had, or a file not be read or written
   */
  public Reproduction run(RunFolder run) throws IOException {
    backend.warmUp();
    ReferencePlan plan = plan();
    TrainingData data = data(plan);
    ReferenceExperiment experiment = new ReferenceExperiment(
        plan, stage -> recipe(plan, stage, data), trainings.members(run), this::show);
    Map<String, Network> networks = experiment.networks(data);
    trainings.begin(run, RunInputs.of(data.whole(), networks));
    ReferenceExperiment.Result result = experiment.run(run, data);
    new Report(result.reproduction(), networks, data.test(), result.deepCommittee())
        .writeTo(run.path());
    return result.reproduction();
  }

  private void show(Stage stage) {
    host.out().printf("%nStage %s: %s%n", stage.id(), stage.title());
    host.out().flush();
  }

  private ReferencePlan plan() {
    return new ReferencePlan(
        Arrays.stream(Stage.values())
            .filter(stage -> settings.stages().contains(stage.id()))
            .toList(),
        settings.quick(),
        chosen(Key.EPOCHS, settings.epochs()),
        chosen(Key.MEMBERS, settings.members()),
        settings.seeds().orElse(1),
        settings.seed(),
        settings.batchSize(),
        settings.validation(),
        settings.splitSeed());
  }

  /** The experiment has numbers of its own where none was chosen. */
  private OptionalInt chosen(Key key, int number) {
    return settings.isChosen(key) ? OptionalInt.of(number) : OptionalInt.empty();
  }

  private TrainingData data(ReferencePlan plan) throws IOException {
    try {
      return plan.data(source.load());
    } catch (IllegalArgumentException e) {
      throw settings.refuse(Key.VALIDATION, e);
    }
  }

  /** With the settings by which {@code plenum train} trains the same network. */
  private Recipe recipe(ReferencePlan plan, Stage stage, TrainingData data) {
    Recipe recipe = plan.recipe(stage);
    Map<String, String> configuration =
        new LinkedHashMap<>(Recipes.configuration(settings, recipe.network(), data.limit()));
    configuration.put(Key.EPOCHS.key(), String.valueOf(recipe.epochs()));
    configuration.put(Key.AUGMENT.key(), String.valueOf(stage.isAugmented()));
    configuration.put(Key.REDUCE_LR.key(), String.valueOf(stage.reducesLearningRate()));
    return recipe.configuration(configuration);
  }
}
