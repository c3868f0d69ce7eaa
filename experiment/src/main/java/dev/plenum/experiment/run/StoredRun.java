package dev.plenum.experiment.run;

import dev.plenum.experiment.RunRefusedException;
import dev.plenum.persistence.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A finished training in its folder.
 *
 * @param folder where its files lie
 * @param record where it comes from, and what came out
 */
public record StoredRun(Path folder, RunRecord record) {
  /** The file of the record; it is moved into place last. */
  public static final String RECORD = "run.json";

  static final String MODEL = "model.plenum";

  /**
   * Reads it.
   *
   * @param folder where its files lie
   * @return the training, without its model
   * @throws IOException if its record is damaged, or cannot be read
   */
  public static StoredRun read(Path folder) throws IOException {
    return new StoredRun(folder, RunRecord.read(folder.resolve(RECORD)));
  }

  /**
   * {@return the file of a training's record}
   *
   * @param path the file itself, or the training's folder
   * @throws RunRefusedException if it is not there
   */
  public static Path recordOf(Path path) {
    Path file = Files.isDirectory(path) ? path.resolve(RECORD) : path;
    if (!Files.exists(file)) {
      throw new RunRefusedException("there is no record of a run: " + file);
    }
    return file;
  }

  /** {@return the trained model's file} */
  public Path model() {
    return folder.resolve(MODEL);
  }
}
