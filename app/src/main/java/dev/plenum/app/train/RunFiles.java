package dev.plenum.app.train;

import dev.plenum.app.picture.AccuracyPlot;
import dev.plenum.app.picture.MisclassifiedGallery;
import dev.plenum.app.predict.ModelInput;
import dev.plenum.app.predict.TrainingBorder;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.HistoryCsv;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.SavedModel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
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
    writePicture(folder.resolve("accuracy.png"), this::accuracyPlot);
    writePicture(folder.resolve("misclassified.png"), this::gallery);
    record.write(folder.resolve(FinishedRun.RECORD));
  }

  private BufferedImage accuracyPlot() {
    String title =
        result.recipe().network().displayName() + " on " + result.data().whole().name();
    return AccuracyPlot.draw(title, result.history(), result.test().accuracy());
  }

  private BufferedImage gallery() {
    return MisclassifiedGallery.draw(result.data().test(), result.test());
  }

  /**
   * A training must not be lost because nothing can be drawn: Java needs fonts for that, which a small
   * container may lack.
   */
  static void writePicture(Path file, Supplier<BufferedImage> picture) throws IOException {
    BufferedImage image;
    try {
      image = picture.get();
    } catch (RuntimeException | LinkageError | InternalError e) {
      Logger log = LoggerFactory.getLogger(RunFiles.class);
      log.warn(
          "{} could not be drawn ({}); on Linux it takes the packages fontconfig and a font",
          file.getFileName(),
          e.toString());
      return;
    }
    AtomicFiles.write(file, out -> {
      try (ImageOutputStream png = new MemoryCacheImageOutputStream(out)) {
        ImageIO.write(image, "png", png);
      }
    });
  }
}
