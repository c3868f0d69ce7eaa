package dev.plenum.experiment.run;

import dev.plenum.api.Backend;
import dev.plenum.api.Evaluation;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.CommitteeEvaluation;
import dev.plenum.ensemble.CommitteeFile;
import dev.plenum.ensemble.SavedCommittee;
import dev.plenum.ensemble.Views;
import dev.plenum.experiment.TrainingData;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.RunRecord.Platform;
import dev.plenum.predictor.ModelInputs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run whose members are trained, and decide together.
 *
 * @param run gets the files
 * @param data what the members were trained on
 * @param recipes by which
 * @param members their runs, within the run's folder
 * @param selection how they were chosen among all that were trained, if they were
 * @param combination how they decide
 * @param views of each test image they are asked about
 */
public record TrainedCommittee(
    RunFolder run,
    TrainingData data,
    MemberRecipes recipes,
    List<StoredRun> members,
    Optional<MemberSelection> selection,
    Combination combination,
    Views views) {
  /** Written last: what came out. */
  public static final String RECORD = "committee.json";

  private static final String MODEL = "committee.plenum";

  /**
   * One of all members.
   *
   * @param run gets the files
   * @param data what the members were trained on
   * @param recipes by which they were trained
   * @param members their runs, within the run's folder
   * @param combination how they decide
   * @param views of each test image they are asked about
   */
  public TrainedCommittee(
      RunFolder run,
      TrainingData data,
      MemberRecipes recipes,
      List<StoredRun> members,
      Combination combination,
      Views views) {
    this(run, data, recipes, members, Optional.empty(), combination, views);
  }

  /**
   * Copies the list.
   *
   * @param run gets the files
   * @param data what the members were trained on
   * @param recipes by which they were trained
   * @param members their runs, within the run's folder
   * @param selection how they were chosen among all that were trained, if they were
   * @param combination how they decide
   * @param views of each test image they are asked about
   */
  public TrainedCommittee {
    members = List.copyOf(members);
  }

  /**
   * {@return the same with some of the members, chosen by validation images}
   *
   * @param count how many are kept
   * @param backend what asks the members
   * @throws IllegalArgumentException see {@link MemberSelection#of}
   * @throws IOException if a member cannot be read
   */
  public TrainedCommittee select(int count, Backend backend) throws IOException {
    MemberSelection chosen = MemberSelection.of(count, members, data, combination, views, backend);
    return new TrainedCommittee(
        run, data, recipes, chosen.chosen(), Optional.of(chosen), combination, views);
  }

  /**
   * Writes the committee, and measures on the test images what it decides, and each member alone.
   *
   * @param backend what asks the members
   * @return what was measured
   * @throws IOException if a member cannot be read, or the committee not be written
   */
  public CommitteeEvaluation evaluate(Backend backend) throws IOException {
    SavedCommittee committee = CommitteeOf.runs(members, combination);
    CommitteeEvaluation test = committee.evaluate(
        ModelInputs.of(committee.preprocessing()).of(data.test()),
        recipes.metrics(),
        views,
        backend);
    CommitteeFile.write(run.path().resolve(MODEL), committee);
    return test;
  }

  /**
   * Writes the record.
   *
   * @param test what was measured
   * @param backend by what
   * @throws IOException if it cannot be written
   */
  public void writeRecord(CommitteeEvaluation test, Backend backend) throws IOException {
    List<JsonObject> each = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      each.add(member(members.get(i), test.members().get(i)));
    }
    JsonObject record = JsonObject.empty()
        .withAll(run.invocation().toJson())
        .withAll(Platform.of(backend).toJson())
        .with("configuration", JsonObject.of(run.configuration().settings()))
        .with("dataset", data.record().toJson())
        .with("combine", combination.name())
        .with("views", views.count())
        .with("members", each);
    JsonObject whole = selection
        .map(chosen -> record.with("selection", chosen.toJson()))
        .orElse(record)
        .with(
            "test",
            result(test.committee())
                .with("misclassified", test.committee().misclassified().size()));
    AtomicFiles.write(run.path().resolve(RECORD), whole.toString());
  }

  private JsonObject member(StoredRun member, Evaluation alone) {
    Path record = run.path().relativize(member.folder()).resolve(StoredRun.RECORD);
    long seed = member.record().setup().seed();
    JsonObject json = JsonObject.empty().with("seed", seed);
    return recipes
        .kindOf(seed)
        .map(kind -> json.with("kind", kind))
        .orElse(json)
        .with("record", record.toString().replace(File.separatorChar, '/'))
        .with("weightsSha256", member.record().outcome().weightsSha256())
        .with("test", result(alone));
  }

  private static JsonObject result(Evaluation test) {
    JsonObject json = JsonObject.empty();
    for (Map.Entry<String, Double> metric : test.metrics().entrySet()) {
      json = json.with(metric.getKey(), metric.getValue());
    }
    return json;
  }
}
