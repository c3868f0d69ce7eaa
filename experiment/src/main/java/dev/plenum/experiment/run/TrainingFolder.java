package dev.plenum.experiment.run;

import dev.plenum.api.callback.Monitor;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.progress.ProgressFolder;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.ModelCheckpoint;
import dev.plenum.persistence.SavedModel;
import dev.plenum.predictor.ModelInputs;
import dev.plenum.predictor.TrainingBorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where one network's training leaves its files: checkpoints while it lasts, then the results, all of
 * them in one go.
 *
 * @param path the folder
 * @param kept where the checkpoints lie if they outlive the training; else they lie in its folder
 */
public record TrainingFolder(Path path, Optional<Path> kept) {
  private static final String BEST = "best.plenum";
  private static final String CHECKPOINTS = "checkpoints";
  /** Files that are not yet complete. */
  private static final String STAGE = ".unfinished";

  /**
   * A folder with its checkpoints in it.
   *
   * @param path the folder; need not be there yet
   */
  public TrainingFolder(Path path) {
    this(path, Optional.empty());
  }

  /**
   * {@return the same with checkpoints elsewhere, one at the end of every epoch} They stay there when the
   * training is finished: a longer training can go on from the last one, see {@link
   * dev.plenum.experiment.Recipe#dependsOnLength}.
   *
   * @param folder where they lie
   */
  public TrainingFolder keepingCheckpoints(Path folder) {
    return new TrainingFolder(path, Optional.of(folder));
  }

  /** What writes the results. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes them all to a folder.
     *
     * @param folder is there, and empty; what it gets moves to the right place afterwards
     * @throws IOException if they cannot be written
     */
    void writeTo(Path folder) throws IOException;
  }

  /**
   * {@return a callback that keeps the model of the best epoch so far here, as {@code best.plenum}}
   *
   * @param monitor by what epochs are compared
   * @param data what it is trained on
   * @param inputs how pictures become its input
   */
  public ModelCheckpoint bestModel(Monitor monitor, TrainingData data, ModelInputs inputs) {
    JsonObject provenance = TrainingBorder.of(data.train())
        .addTo(JsonObject.empty().with("dataset", data.record().toJson()));
    return ModelCheckpoint.best(
        path.resolve(BEST),
        monitor,
        training ->
            SavedModel.of(training.model(), inputs.preprocessing(), data.classNames(), provenance));
  }

  /**
   * Makes the folder, unless it is there.
   *
   * @throws IOException if it cannot be made
   */
  public void create() throws IOException {
    Files.createDirectories(path);
  }

  /** What it tells while it is not finished. */
  ProgressFolder progress() {
    return ProgressFolder.of(path);
  }

  /** {@return the folder of the checkpoints, which is there only when one was saved} */
  public Path checkpoints() {
    return kept.orElseGet(() -> path.resolve(CHECKPOINTS));
  }

  /**
   * {@return the results, if the training was finished earlier: its record is moved into place last}
   *
   * @throws IOException if it is damaged
   */
  public Optional<StoredRun> finished() throws IOException {
    return Files.exists(path.resolve(StoredRun.RECORD))
        ? Optional.of(StoredRun.read(path))
        : Optional.empty();
  }

  /**
   * Writes all results beside their place, moves them into it in the order of their names (run.json
   * comes last), and deletes the checkpoints, unless they are kept, and what it told of its progress.
   *
   * @param content writes them
   * @throws IOException if they cannot be written; the checkpoints stay then
   */
  public void publish(Content content) throws IOException {
    Path stage = path.resolve(STAGE);
    deleteAll(stage);
    Files.createDirectories(stage);
    try {
      content.writeTo(stage);
      for (Path file : list(stage)) {
        Files.move(file, path.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      deleteAll(stage);
    }
    progress().delete();
    deleteAll(path.resolve(CHECKPOINTS));
  }

  private static void deleteAll(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      for (Path file : list(folder)) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
