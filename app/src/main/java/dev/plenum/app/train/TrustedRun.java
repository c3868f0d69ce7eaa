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
   * @throws UsageException if its images, network, seed, other settings or model are others
   * @throws IOException if its files cannot be read
   */
  public void require(TrainingOrigin origin) throws IOException {
    RecordedRun recorded = RecordedRun.read(run.folder());
    require(
        recorded.datasetSha256().equals(origin.imagesSha256())
            && recorded.pixelsSha256().map(origin.pixelsSha256()::equals).orElse(true),
        FinishedRun.RECORD,
        "was trained on other images");
    require(
        recorded.network().own().equals(Optional.of(origin.network())),
        FinishedRun.RECORD,
        "was trained with another network");
    Optional<String> other = recorded.settings().differenceTo(origin.configuration());
    require(
        other.isEmpty(),
        FinishedRun.RECORD,
        "was trained with other settings: " + other.orElse(""));
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
