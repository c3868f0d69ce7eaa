package dev.plenum.app.train;

import com.google.inject.Inject;
import dev.plenum.api.Backend;
import dev.plenum.api.Evaluation;
import dev.plenum.api.network.Sequential;
import dev.plenum.app.Host;
import dev.plenum.app.config.Settings;
import dev.plenum.app.inputs.RunInputs;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.CommitteeEvaluation;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.RunRecord.Platform;
import dev.plenum.report.MisclassifiedGallery;
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
  private final MemberTraining members;

  @Inject
  CommitteeRun(
      Host host,
      Settings settings,
      Backend backend,
      DatasetSource source,
      Recipe recipe,
      MemberTraining members) {
    this.host = host;
    this.settings = settings;
    this.backend = backend;
    this.source = source;
    this.recipe = recipe;
    this.members = members;
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
    TrainingData data = TrainingData.of(source.load(), settings);
    Sequential network = Trainer.network(recipe, data);
    run.begin(
        RunInputs.of(data.whole(), Map.of(recipe.network().displayName(), network)),
        settings.dataset());
    host.out().print(network.summary());
    host.out().flush();
    List<FinishedRun> runs =
        members.train(run, folder.resolve("members"), recipe, settings.members(), data);
    CommitteeOf committee = CommitteeOf.runs(runs, Combination.named(settings.combine()));
    CommitteeEvaluation test = committee.evaluate(data.test(), backend);
    committee.write(folder.resolve("committee.plenum"));
    RunFiles.writePicture(
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
      RunFolder run, TrainingData data, List<FinishedRun> runs, CommitteeEvaluation test) {
    List<JsonObject> each = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      each.add(member(run.path(), runs.get(i), test.members().get(i)));
    }
    return JsonObject.empty()
        .withAll(run.invocation().toJson())
        .withAll(Platform.of(backend).toJson())
        .with("configuration", run.settings().toJson())
        .with("dataset", data.record().toJson())
        .with("combine", settings.combine())
        .with("members", each)
        .with(
            "test",
            result(test.committee())
                .with("misclassified", test.committee().misclassified().size()));
  }

  private static JsonObject member(Path folder, FinishedRun run, Evaluation alone) {
    String record = folder.relativize(run.folder()).resolve(FinishedRun.RECORD).toString();
    return JsonObject.empty()
        .with("seed", run.seed())
        .with("record", record.replace(File.separatorChar, '/'))
        .with("weightsSha256", run.weightsSha256())
        .with("test", result(alone));
  }

  private static JsonObject result(Evaluation test) {
    return JsonObject.empty().with("loss", test.loss()).with("accuracy", test.accuracy());
  }
}
