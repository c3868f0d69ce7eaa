package dev.plenum.app.train;

import dev.plenum.app.config.UsageException;
import dev.plenum.persistence.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * A finished training that others are to be joined with.
 *
 * @param run what its folder says
 */
public record TrustedRun(FinishedRun run) {

  /**
   * Checks that it is the training that is asked for, and that its model is the one that came out.
   *
   * @throws UsageException if its images, network, seed or model are others
   * @throws IOException if its files cannot be read
   */
  public void require(Recipe recipe, TrainingData data) throws IOException {
    RecordedRun recorded = RecordedRun.read(run.folder());
    require(
        recorded.datasetSha256().equals(data.whole().sha256())
            && recorded.pixelsSha256().map(data.whole().pixelsSha256()::equals).orElse(true),
        FinishedRun.RECORD,
        "was trained on other images");
    require(
        recorded.network().own().equals(Optional.of(Trainer.network(recipe, data))),
        FinishedRun.RECORD,
        "was trained with another network");
    require(run.seed() == recipe.seed(), FinishedRun.RECORD, "was trained from another seed");
    if (Files.exists(run.model())) {
      require(
          ModelFile.read(run.model()).weights().sha256().equals(run.weightsSha256()),
          FinishedRun.MODEL,
          "holds other weights than " + FinishedRun.RECORD + " beside it says");
    }
  }

  private void require(boolean isSame, String file, String problem) {
    if (!isSame) {
      throw new UsageException(
          "%s %s; put the right file back, or delete its folder to train it again"
              .formatted(run.folder().resolve(file), problem));
    }
  }
}
