package dev.plenum.experiment.run;

import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.RunRefusedException;
import dev.plenum.experiment.TrainingData;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.Data;
import dev.plenum.persistence.RunRecord.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;

/**
 * A finished training that others are to be joined with.
 *
 * @param run what its folder says
 */
public record TrustedRun(StoredRun run) {

  /**
   * Checks that it is the training that is asked for, and that its model is the one that came out.
   *
   * @param recipe how the training that is asked for is done
   * @param data what that is trained on
   * @throws RunRefusedException if its images, network, seed, other settings or model are others
   * @throws IOException if its files cannot be read
   */
  public void require(Recipe recipe, TrainingData data) throws IOException {
    RunRecord record = run.record();
    require(record.data().isOf(data.whole()), StoredRun.RECORD, "was trained on other images");
    Setup asked = recipe.setup(data);
    require(
        record.setup().network().equals(asked.network()),
        StoredRun.RECORD,
        "was trained with another network");
    Optional<String> other = difference(record, asked, data.record());
    require(
        other.isEmpty(), StoredRun.RECORD, "was trained with other settings: " + other.orElse(""));
    if (Files.exists(run.model())) {
      String weights = ModelFile.read(run.model()).weights().sha256();
      require(
          weights.equals(record.outcome().weightsSha256()),
          StoredRun.MODEL,
          "holds other weights than " + StoredRun.RECORD + " beside it says");
    }
  }

  private static Optional<String> difference(RunRecord record, Setup asked, Data data) {
    return record
        .setup()
        .differenceTo(asked)
        .or(() -> difference("training images", record.data().train(), data.train()))
        .or(() -> difference("validation images", record.data().validation(), data.validation()));
  }

  private static Optional<String> difference(String what, int before, int asked) {
    return before == asked
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "%s %d, not %d", what, before, asked));
  }

  private void require(boolean isSame, String file, String problem) {
    if (!isSame) {
      throw new RunRefusedException(
          "%s %s; put the right file back, or delete its folder to train it again"
              .formatted(run.folder().resolve(file), problem));
    }
  }
}
