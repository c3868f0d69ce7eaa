package dev.plenum.experiment.run;

import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.RunRefusedException;
import dev.plenum.experiment.TrainingData;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.Data;
import dev.plenum.persistence.RunRecord.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A finished training that others are to be joined with.
 *
 * @param run what its folder says
 */
public record TrustedRun(StoredRun run) {

  /**
   * Checks that it is the training that is asked for, and that its model is the one that came out.
   *
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

  /** The first thing that results depend on and that is another one, in words. */
  private static Optional<String> difference(RunRecord record, Setup asked, Data data) {
    Setup setup = record.setup();
    return Stream.of(
            difference("seed", setup.seed(), asked.seed()),
            difference("split seed", setup.splitSeed(), asked.splitSeed()),
            difference("epochs", setup.epochs(), asked.epochs()),
            difference("batch size", setup.batchSize(), asked.batchSize()),
            difference("training images", record.data().train(), data.train()),
            difference("validation images", record.data().validation(), data.validation()),
            difference("optimizer", setup.optimizer(), asked.optimizer()),
            difference("loss", setup.loss(), asked.loss()),
            difference(
                "augmentation",
                line(setup.augmentation().stream()),
                line(asked.augmentation().stream())),
            difference(
                "callbacks", line(setup.callbacks().stream()), line(asked.callbacks().stream())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> difference(String what, Object before, Object asked) {
    return before.equals(asked)
        ? Optional.empty()
        : Optional.of("%s %s, not %s".formatted(what, before, asked));
  }

  private static String line(Stream<JsonObject> described) {
    return described.map(JsonObject::toLine).collect(Collectors.joining(", ", "[", "]"));
  }

  private void require(boolean isSame, String file, String problem) {
    if (!isSame) {
      throw new RunRefusedException(
          "%s %s; put the right file back, or delete its folder to train it again"
              .formatted(run.folder().resolve(file), problem));
    }
  }
}
