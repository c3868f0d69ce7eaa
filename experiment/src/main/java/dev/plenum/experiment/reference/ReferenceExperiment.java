package dev.plenum.experiment.reference;

import dev.plenum.api.Evaluation;
import dev.plenum.api.network.Network;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.CommitteeFile;
import dev.plenum.ensemble.SavedCommittee;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.CommitteeOf;
import dev.plenum.experiment.run.Members;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.persistence.RunRecord.Platform;
import dev.plenum.persistence.RunRecord.TestResult;
import dev.plenum.predictor.ModelInputs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs the stages of the reference experiment one after the other, those that are missing.
 *
 * @param plan which of them, and how
 * @param recipes how a stage's first network is trained: the plan's recipes, perhaps with a
 *     configuration for the records
 * @param members trains a stage's networks
 * @param begins is told of each stage
 */
public record ReferenceExperiment(
    ReferencePlan plan, Function<Stage, Recipe> recipes, Members members, Consumer<Stage> begins) {

  /**
   * What came out of it.
   *
   * @param reproduction the results
   * @param deepCommittee what the committee of the last stage made of the test images, if it was run
   */
  public record Result(Reproduction reproduction, Optional<Evaluation> deepCommittee) {}

  /**
   * {@return the networks that are trained, by name, in the order of the stages}
   *
   * @param data the images that they are made for
   */
  public Map<String, Network> networks(TrainingData data) {
    Map<String, Network> networks = new LinkedHashMap<>();
    for (Stage stage : plan.stages()) {
      networks.put(stage.network().displayName(), recipes.apply(stage).networkFor(data));
    }
    return networks;
  }

  /**
   * Runs it.
   *
   * @param run gets a folder for each network
   * @param data what all networks are trained and tested on
   * @return what came out of it
   * @throws IOException if a file cannot be read or written
   */
  public Result run(RunFolder run, TrainingData data) throws IOException {
    List<StageResult> results = new ArrayList<>();
    Optional<Evaluation> deepCommittee = Optional.empty();
    for (Stage stage : plan.stages()) {
      begins.accept(stage);
      Path folder = run.path().resolve("stages").resolve(stage.id());
      List<StoredRun> runs =
          members.train(folder, recipes.apply(stage), plan.networks(stage), data);
      Optional<Evaluation> committee =
          stage.isCommittee() ? Optional.of(committee(runs, data, folder)) : Optional.empty();
      results.add(new StageResult(
          stage, runs.stream().map(StoredRun::record).toList(), committee.map(TestResult::of)));
      deepCommittee = stage == Stage.DEEP_COMMITTEE ? committee : deepCommittee;
    }
    return new Result(reproduction(results, data, run), deepCommittee);
  }

  private Evaluation committee(List<StoredRun> runs, TrainingData data, Path folder)
      throws IOException {
    SavedCommittee committee = CommitteeOf.runs(runs, Combination.average());
    CommitteeFile.write(folder.resolve("committee.plenum"), committee);
    return committee
        .evaluate(ModelInputs.of(committee.preprocessing()).of(data.test()), members.backend())
        .committee();
  }

  private Reproduction reproduction(List<StageResult> results, TrainingData data, RunFolder run) {
    return new Reproduction(
        plan,
        results,
        Deviations.of(plan, results),
        data.record(),
        run.invocation(),
        Platform.of(members.backend()));
  }
}
