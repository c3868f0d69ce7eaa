package dev.plenum.report;

import dev.plenum.api.ConfusionMatrix;
import dev.plenum.api.Evaluation;
import dev.plenum.experiment.ClassifierTest;
import dev.plenum.experiment.run.ResultFolder;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.JsonObject;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The files that an evaluation leaves: pictures, and its figures as JSON.
 *
 * <pre>
 * evaluation.json: dataset, images, views, test{loss, accuracy, …, misclassified}
 * </pre>
 *
 * @param test what was asked
 * @param evaluation what it found
 * @param matrix the same, counted
 */
public record EvaluationFiles(ClassifierTest test, Evaluation evaluation, ConfusionMatrix matrix) {

  /**
   * Writes them.
   *
   * @param folder gets all of them in one go
   * @throws IOException if they cannot be written
   */
  public void publish(ResultFolder folder) throws IOException {
    folder.publish(this::writeTo);
  }

  private void writeTo(Path folder) throws IOException {
    PictureFile.write(
        folder.resolve("confusion.png"),
        () -> ConfusionPicture.of(
            TestLine.of(test.name(), evaluation), matrix, test.images().classNames()));
    PictureFile.write(
        folder.resolve("misclassified.png"),
        () -> MisclassifiedGallery.of(test.images(), evaluation));
    AtomicFiles.write(folder.resolve("evaluation.json"), json().toString());
  }

  private JsonObject json() {
    return JsonObject.empty()
        .with("dataset", test.name())
        .with("images", test.images().size())
        .with("views", test.views().count())
        .with(
            "test",
            JsonObject.of(evaluation.metrics())
                .with("misclassified", evaluation.misclassified().size()));
  }
}
