package dev.plenum.app.compare.cell;

import com.google.inject.Inject;
import dev.plenum.api.Backend;
import dev.plenum.api.Evaluation;
import dev.plenum.api.data.Dataset;
import dev.plenum.app.config.Settings;
import dev.plenum.app.statistics.Predictions;
import dev.plenum.app.train.FinishedRun;
import dev.plenum.app.train.Recipe;
import dev.plenum.app.train.RunResult;
import dev.plenum.app.train.Trainer;
import dev.plenum.app.train.TrainingData;
import dev.plenum.app.train.TrainingFolder;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Trains one cell in this process, measures it, and leaves the results in a folder. */
public final class CellRun {
  private final Settings settings;
  private final Trainer trainer;
  private final Backend backend;
  private final DatasetSource source;
  private final Recipe recipe;

  @Inject
  CellRun(
      Settings settings, Trainer trainer, Backend backend, DatasetSource source, Recipe recipe) {
    this.settings = settings;
    this.trainer = trainer;
    this.backend = backend;
    this.source = source;
    this.recipe = recipe;
  }

  /**
   * Runs it.
   *
   * @param folder gets the files once all are complete
   * @param invocation what was started
   * @throws IOException if the dataset cannot be had, or the files cannot be written
   */
  public void run(Path folder, Invocation invocation) throws IOException {
    backend.warmUp();
    TrainingData data = TrainingData.of(source.load(), settings);
    FirstEpoch firstEpoch = new FirstEpoch();
    try (RunResult result = trainer.train(recipe, data, backend, firstEpoch::watch)) {
      RunRecord record = result.record(backend, invocation);
      CellMeasures measures = measures(result, record, firstEpoch);
      Predictions predictions = predictions(data.test(), result.test());
      new TrainingFolder(folder).publish(stage -> {
        AtomicFiles.write(stage.resolve(CellResult.MEASURES), measures.toJson().toString());
        PredictionsCsv.write(stage.resolve(CellResult.PREDICTIONS), predictions);
        record.write(stage.resolve(FinishedRun.RECORD));
      });
    }
  }

  private static CellMeasures measures(RunResult result, RunRecord record, FirstEpoch firstEpoch) {
    return new CellMeasures(
        firstEpoch.images(),
        firstEpoch.sha256(),
        record.outcome().timing().startupSeconds(),
        record.outcome().peakMemoryBytes(),
        InferenceSpeed.measure(result.model(), result.data().test()));
  }

  private static Predictions predictions(Dataset test, Evaluation evaluation) {
    return new Predictions(
        IntStream.range(0, test.size()).mapToObj(test::label).toList(),
        IntStream.range(0, test.size()).mapToObj(evaluation::prediction).toList());
  }
}
