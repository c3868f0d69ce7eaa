package dev.plenum.app.train;

import dev.plenum.api.Backend;
import dev.plenum.api.data.Splitting;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Network;
import dev.plenum.api.random.Seed;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.audit.QuickAudit;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.backend.BackendHints;
import dev.plenum.experiment.cluster.Cluster;
import dev.plenum.experiment.cluster.ClusterListener;
import dev.plenum.experiment.cluster.ClusterMembers;
import dev.plenum.experiment.cluster.TrainingSource;
import dev.plenum.experiment.parameter.Metrics;
import dev.plenum.experiment.parameter.RecipeParameters;
import dev.plenum.experiment.run.Members;
import dev.plenum.experiment.run.NetworkTrainer;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.RunInputs;
import dev.plenum.experiment.run.TrainingRun;
import dev.plenum.report.TrainingPictures;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How trainings run here: with checkpoints, as the settings say, and shown.
 *
 * @param settings of the command
 * @param backend what computes
 * @param source of the images
 * @param shown shows them
 */
public record Trainings(
    Settings settings, Backend backend, DatasetSource source, ShownTrainings shown) {

  /**
   * Begins the run of a recipe, or resumes it.
   *
   * @return the images that the settings ask for
   * @throws dev.plenum.experiment.RunRefusedException if it was started with other inputs
   * @throws IOException if the dataset cannot be had, or a file not be read or written
   */
  public TrainingData begin(RunFolder run, Recipe recipe) throws IOException {
    return begin(run, List.of(recipe));
  }

  /** The same of a run that has several recipes. */
  public TrainingData begin(RunFolder run, List<Recipe> recipes) throws IOException {
    warmUp();
    TrainingData data = images(source, settings);
    shown.warning(
        QuickAudit.of(data.whole()),
        settings.find(RecipeParameters.CLASS_WEIGHTS).isPresent());
    Metrics.of(settings, data.classNames().size()); // refuses what cannot be measured
    Map<String, Network> networks = new LinkedHashMap<>();
    for (Recipe recipe : recipes) {
      recipe
          .window()
          .ifPresent(window -> settings.make(
              Keys.WINDOW,
              () -> window.shape(data.train().imageShape()))); // refuses one that is too large
      networks.put(recipe.network().displayName(), recipe.networkFor(data));
    }
    begin(run, RunInputs.of(data.whole(), networks), settings);
    networks.values().forEach(shown::summary);
    return data;
  }

  /** Lets the backend get ready, and says what would make it faster. */
  public void warmUp() {
    shown.hints(BackendHints.of(backend));
    backend.warmUp();
  }

  /**
   * Begins a run, or resumes it.
   *
   * @throws dev.plenum.experiment.RunRefusedException if it was started with other inputs
   * @throws IOException if these cannot be read or written
   */
  public static void begin(RunFolder run, RunInputs inputs, Settings settings) throws IOException {
    String start = run.configuration().settings().get(Keys.DATASET.key());
    run.begin(inputs, settings.get(Keys.DATASET).equals(start));
  }

  /**
   * The images that settings ask for.
   *
   * @throws dev.plenum.app.config.UsageException if there are not enough
   * @throws IOException if the dataset cannot be had
   */
  public static TrainingData images(DatasetSource source, Settings settings) throws IOException {
    return images(source.load(), settings);
  }

  /** Those of a dataset. */
  public static TrainingData images(TrainTest dataset, Settings settings) {
    TrainingData whole = TrainingData.of(dataset);
    TrainingData limited = settings.make(
        Keys.LIMIT, () -> settings.find(Keys.LIMIT).map(whole::first).orElse(whole));
    return settings.make(
        Keys.VALIDATION,
        () -> limited.validation(settings.get(Keys.VALIDATION), splitting(settings)));
  }

  /** How validation images are chosen. */
  public static Splitting splitting(Settings settings) {
    Splitting plain = settings
        .find(Keys.SPLIT)
        .orElseGet(() -> Splitting.random(Seed.seed(settings.get(Keys.SPLIT_SEED))));
    return settings.has(Keys.STRATIFY) ? plain.stratified() : plain;
  }

  /** Trains the networks of a run. */
  public TrainingRun of(RunFolder run, WatchPage page) {
    return new TrainingRun(
        run,
        settings.get(Keys.CHECKPOINT_SECONDS),
        shown,
        TrainingPictures.instance(),
        new Watchers(settings, run, page));
  }

  /** Trains the trials of a run, of which no pictures are left. */
  public TrainingRun ofTrials(RunFolder run) {
    return new TrainingRun(
        run,
        settings.get(Keys.CHECKPOINT_SECONDS),
        shown,
        TrainingRun.Pictures.NONE,
        TrainingRun.Watchers.NONE);
  }

  /** Has a cluster train the members of a committee, all at once. */
  public Members members(
      Cluster cluster, Function<Recipe, TrainingSource> sources, ClusterListener listener) {
    NetworkTrainer trainer =
        ClusterMembers.ofKinds(cluster, sources, settings.get(Keys.CHECKPOINT_SECONDS), listener);
    int all = settings.get(Keys.MEMBERS);
    return new Members(trainer, backend, all, all, shown);
  }

  /** Trains the members of a run's committee. */
  public Members members(RunFolder run, WatchPage page) {
    int cores = settings.find(Keys.THREADS).orElse(Runtime.getRuntime().availableProcessors());
    return new Members(of(run, page), backend, settings.get(Keys.SIDE_BY_SIDE), cores, shown);
  }
}
