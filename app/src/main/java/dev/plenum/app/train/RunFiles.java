package dev.plenum.app.train;

import dev.plenum.app.network.NetworkInk;
import dev.plenum.app.predict.ModelInput;
import dev.plenum.app.predict.TrainingBorder;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.HistoryCsv;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.SavedModel;
import dev.plenum.report.HistoryChart;
import dev.plenum.report.MisclassifiedGallery;
import dev.plenum.report.Picture;
import dev.plenum.report.RunHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that a run leaves.
 *
 * @param result what came out
 * @param record the same for the files
 */
record RunFiles(RunResult result, RunRecord record) {

  /** Writes them all to a folder. */
  void writeTo(Path folder) throws IOException {
    SavedModel saved = SavedModel.of(
        result.model(),
        ModelInput.preprocessing(result.model().inputShape()),
        result.data().test().classNames(),
        TrainingBorder.of(result.data().train()).addTo(record.toJson()));
    ModelFile.write(folder.resolve(FinishedRun.MODEL), saved);
    HistoryCsv.write(folder.resolve("history.csv"), result.history());
    writePicture(folder.resolve("accuracy.png"), this::accuracy);
    writePicture(folder.resolve("misclassified.png"), this::gallery);
    record.write(folder.resolve(FinishedRun.RECORD));
  }

  private Picture accuracy() {
    String network = result.recipe().network().displayName();
    RunHistory run = RunHistory.of(network, result.history())
        .test(result.test().accuracy())
        .ink(NetworkInk.of(network));
    return HistoryChart.of("accuracy", run)
        .title(network + " on " + result.data().whole().name());
  }

  private Picture gallery() {
    return MisclassifiedGallery.of(result.data().test(), result.test());
  }

  /**
   * A training must not be lost because nothing can be drawn: Java needs fonts for that, which a small
   * container may lack.
   */
  static void writePicture(Path file, Supplier<Picture> picture) throws IOException {
    byte[] png;
    try {
      png = picture.get().png();
    } catch (RuntimeException | LinkageError | InternalError e) {
      Logger log = LoggerFactory.getLogger(RunFiles.class);
      log.warn(
          "{} could not be drawn ({}); on Linux it takes the packages fontconfig and a font",
          file.getFileName(),
          e.toString());
      return;
    }
    AtomicFiles.write(file, out -> out.write(png));
  }
}
