package dev.plenum.app.train;

import com.google.inject.Inject;
import dev.plenum.api.Backend;
import dev.plenum.api.Evaluation;
import dev.plenum.api.network.Sequential;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.CommitteeEvaluation;
import dev.plenum.ensemble.CommitteeFile;
import dev.plenum.ensemble.SavedCommittee;
import dev.plenum.experiment.ModelInputs;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.CommitteeOf;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.RunInputs;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.RunRecord.Platform;
import dev.plenum.report.MisclassifiedGallery;
import dev.plenum.report.PictureFile;
import dev.plenum.report.page.TestLine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Trains the members of a committee and measures what they decide together. */
public final class CommitteeRun {
  /** Written last. */
  public static final String RESULT = "committee.json";

  private final Host host;
  private final Settings settings;
  private final Backend backend;
  private final DatasetSource source;
  private final Recipe recipe;
  private final Trainings trainings;
  private final Combination combination;

  @Inject
  CommitteeRun(
      Host host,
      Settings settings,
      Backend backend,
      DatasetSource source,
      Recipe recipe,
      Trainings trainings) {
    this.host = host;
    this.settings = settings;
    this.backend = backend;
    this.source = source;
    this.recipe = recipe;
    this.trainings = trainings;
    this.combination = Combinations.of(settings);
  }

  /**
   * Runs it.
   *
   * @param run gets a folder for each member, and the committee's files
   * @throws IOException if the dataset cannot be had, or a file not be read or written
   */
  public void run(RunFolder run) throws IOException {
    Path folder = run.path();
    backend.warmUp();
    TrainingData data = TrainingImages.of(source.load(), settings);
    Metrics.of(settings, data.classNames().size()); // refuses what cannot be measured
    Sequential network = recipe.networkFor(data);
    trainings.begin(
        run, RunInputs.of(data.whole(), Map.of(recipe.network().displayName(), network)));
    host.out().print(network.summary());
    host.out().flush();
    List<StoredRun> runs =
        trainings.members(run).train(folder.resolve("members"), recipe, settings.members(), data);
    SavedCommittee committee = CommitteeOf.runs(runs, combination);
    CommitteeEvaluation test = committee.evaluate(
        ModelInputs.of(committee.preprocessing()).of(data.test()), recipe.metrics(), backend);
    CommitteeFile.write(folder.resolve("committee.plenum"), committee);
    PictureFile.write(
        folder.resolve("misclassified.png"),
        () -> MisclassifiedGallery.of(data.test(), test.committee()));
    AtomicFiles.write(folder.resolve(RESULT), record(run, data, runs, test).toString());
    double mean = test.members().stream().mapToDouble(Evaluation::accuracy).sum()
        / test.members().size();
    host.out().printf(Locale.ROOT, "Members' mean accuracy: %.4f%n", mean);
    host.out().println("Committee. " + TestLine.of(data.whole().name(), test.committee()));
    host.out().println("Files: " + host.shown(folder));
  }

  private JsonObject record(
      RunFolder run, TrainingData data, List<StoredRun> runs, CommitteeEvaluation test) {
    List<JsonObject> each = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      each.add(member(run.path(), runs.get(i), test.members().get(i)));
    }
    return JsonObject.empty()
        .withAll(run.invocation().toJson())
        .withAll(Platform.of(backend).toJson())
        .with("configuration", JsonObject.of(run.configuration().settings()))
        .with("dataset", data.record().toJson())
        .with("combine", settings.combine())
        .with("members", each)
        .with(
            "test",
            result(test.committee())
                .with("misclassified", test.committee().misclassified().size()));
  }

  private static JsonObject member(Path folder, StoredRun run, Evaluation alone) {
    String record = folder.relativize(run.folder()).resolve(StoredRun.RECORD).toString();
    return JsonObject.empty()
        .with("seed", run.record().setup().seed())
        .with("record", record.replace(File.separatorChar, '/'))
        .with("weightsSha256", run.record().outcome().weightsSha256())
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
