package dev.plenum.app.reproduce;

import com.google.inject.Inject;
import dev.plenum.api.Backend;
import dev.plenum.api.Evaluation;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.app.Host;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.inputs.RunInputs;
import dev.plenum.app.network.BuiltInNetwork;
import dev.plenum.app.network.NetworkSource;
import dev.plenum.app.train.CommitteeOf;
import dev.plenum.app.train.FinishedRun;
import dev.plenum.app.train.MemberTraining;
import dev.plenum.app.train.Recipe;
import dev.plenum.app.train.RunFolder;
import dev.plenum.app.train.Trainer;
import dev.plenum.app.train.TrainingData;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.ensemble.Combination;
import dev.plenum.persistence.RunRecord.Invocation;
import dev.plenum.persistence.RunRecord.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs the stages of the reference experiment one after the other, those that are missing. */
public final class ReproductionRun {
  /** Written last. */
  public static final String RESULT = "report.html";

  private static final int QUICK_IMAGES = 10_000;
  private static final int QUICK_SHARE = 8;

  private final Host host;
  private final Settings settings;
  private final Backend backend;
  private final DatasetSource source;
  private final OptimizerSpec optimizer;
  private final MemberTraining training;

  @Inject
  ReproductionRun(
      Host host,
      Settings settings,
      Backend backend,
      DatasetSource source,
      OptimizerSpec optimizer,
      MemberTraining training) {
    this.host = host;
    this.settings = settings;
    this.backend = backend;
    this.source = source;
    this.optimizer = optimizer;
    this.training = training;
  }

  /**
   * Runs it.
   *
   * @param run gets a folder for each network, and at the end the report
   * @return what came out
   * @throws IOException if the dataset cannot be had, or a file not be read or written
   */
  public Reproduction run(RunFolder run) throws IOException {
    Path folder = run.path();
    backend.warmUp();
    TrainingData data = data(source.load());
    run.begin(RunInputs.of(data.whole(), networks(data)), settings.dataset());
    List<StageResult> results = new ArrayList<>();
    Optional<Evaluation> deepCommittee = Optional.empty();
    for (Stage stage : stages()) {
      host.out().printf("%nStage %s: %s%n", stage.id(), stage.title());
      host.out().flush();
      List<FinishedRun> runs = training.train(
          run,
          folder.resolve("stages").resolve(stage.id()),
          recipe(stage),
          stage.isCommittee() ? members(stage) : seeds(),
          data);
      Optional<Evaluation> committee = stage.isCommittee()
          ? Optional.of(committee(runs, data, folder.resolve("stages").resolve(stage.id())))
          : Optional.empty();
      results.add(result(stage, runs, committee));
      deepCommittee = stage == Stage.DEEP_COMMITTEE ? committee : deepCommittee;
    }
    Reproduction reproduction = reproduction(results, data, run.invocation());
    new Report(reproduction, summaries(data), data.test(), deepCommittee).writeTo(folder);
    return reproduction;
  }

  private int epochs(Stage stage) {
    if (settings.isChosen(Key.EPOCHS)) {
      return settings.epochs();
    }
    return settings.quick() ? Math.max(1, stage.epochs() / QUICK_SHARE) : stage.epochs();
  }

  private int members(Stage stage) {
    return settings.isChosen(Key.MEMBERS) ? settings.members() : stage.members();
  }

  private int seeds() {
    return settings.seeds().orElse(1);
  }

  private List<Stage> stages() {
    return Arrays.stream(Stage.values())
        .filter(stage -> settings.stages().contains(stage.id()))
        .toList();
  }

  private TrainingData data(TrainTest whole) {
    boolean cut = settings.quick() && whole.train().size() > QUICK_IMAGES;
    TrainingData data =
        TrainingData.of(whole, settings, cut ? OptionalInt.of(QUICK_IMAGES) : OptionalInt.empty());
    if (data.validation().isEmpty()) {
      throw settings.refuse(
          Key.VALIDATION, "the experiment needs validation images: choose more than 0");
    }
    return data;
  }

  private Recipe recipe(Stage stage) {
    Map<Key, String> own = Map.of(
        Key.NETWORK, stage.network(),
        Key.EPOCHS, String.valueOf(epochs(stage)),
        Key.AUGMENT, String.valueOf(stage.isAugmented()),
        Key.REDUCE_LR, String.valueOf(stage.reducesLearningRate()));
    return Recipe.of(settings.with(own, "stage " + stage.id()), network(stage), optimizer);
  }

  private static NetworkSource network(Stage stage) {
    return BuiltInNetwork.named(stage.network()).orElseThrow();
  }

  private Evaluation committee(List<FinishedRun> runs, TrainingData data, Path folder)
      throws IOException {
    CommitteeOf committee = CommitteeOf.runs(runs, Combination.average());
    committee.write(folder.resolve("committee.plenum"));
    return committee.evaluate(data.test(), backend).committee();
  }

  private static StageResult result(
      Stage stage, List<FinishedRun> runs, Optional<Evaluation> committee) {
    return new StageResult(
        stage,
        runs.stream().map(ReproductionRun::stageRun).toList(),
        committee.map(test -> new CommitteeResult(
            test.loss(), test.accuracy(), test.misclassified().size())));
  }

  private static StageRun stageRun(FinishedRun run) {
    return new StageRun(
        run.seed(),
        run.test().loss(),
        run.test().accuracy(),
        run.test().misclassified(),
        run.trainSeconds(),
        run.weightsSha256(),
        run.history());
  }

  private Reproduction reproduction(
      List<StageResult> results, TrainingData data, Invocation invocation) {
    double seconds = results.stream()
        .flatMap(result -> result.runs().stream())
        .mapToDouble(StageRun::seconds)
        .sum();
    return new Reproduction(
        results,
        settings.quick(),
        Deviations.of(settings, results),
        data.whole().name(),
        data.test().size(),
        seconds,
        new Provenance(
            invocation,
            Platform.of(backend),
            data.whole().sha256(),
            data.train().size(),
            data.validationSize(),
            settings.seed(),
            seeds(),
            settings.splitSeed()));
  }

  private Map<String, Sequential> networks(TrainingData data) {
    Map<String, Sequential> networks = new LinkedHashMap<>();
    for (Stage stage : stages()) {
      networks.put(stage.network(), Trainer.network(recipe(stage), data));
    }
    return networks;
  }

  private Map<String, String> summaries(TrainingData data) {
    Map<String, String> summaries = new LinkedHashMap<>();
    networks(data).forEach((name, network) -> summaries.put(name, network.summary()));
    return summaries;
  }
}
