package dev.plenum.report;

import dev.plenum.api.ConfusionMatrix;
import dev.plenum.api.Evaluation;
import dev.plenum.api.data.Dataset;
import dev.plenum.experiment.run.ResultFolder;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The pictures that an evaluation leaves.
 *
 * @param name the dataset's
 * @param images what it was made on
 * @param evaluation what it found
 * @param matrix the same, counted
 */
public record EvaluationPictures(
    String name, Dataset images, Evaluation evaluation, ConfusionMatrix matrix) {

  /**
   * Writes them.
   *
   * @throws IOException if they cannot be written
   */
  public void publish(ResultFolder folder) throws IOException {
    folder.publish(this::writeTo);
  }

  private void writeTo(Path folder) throws IOException {
    PictureFile.write(
        folder.resolve("confusion.png"),
        () -> ConfusionPicture.of(TestLine.of(name, evaluation), matrix, images.classNames()));
    PictureFile.write(
        folder.resolve("misclassified.png"), () -> MisclassifiedGallery.of(images, evaluation));
  }
}
