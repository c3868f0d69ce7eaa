package dev.plenum.experiment.run;

import dev.plenum.experiment.RunRefusedException;
import dev.plenum.persistence.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder for results that are all written at the end. It is claimed before anything else is done;
 * what was made for it goes away if the end is not reached.
 */
public final class ResultFolder implements AutoCloseable {
  private final OutputFolder folder;
  private boolean isFilled;

  private ResultFolder(OutputFolder folder) {
    this.folder = folder;
  }

  /**
   * Makes a new folder, or takes an empty one.
   *
   * @param path the folder; is made if need be, and its parents too
   * @return the folder, which removes itself when it is closed without results
   * @throws RunRefusedException if it holds something, or cannot be written to; nothing has been changed
   *     then
   */
  public static ResultFolder claim(Path path) {
    try {
      OutputFolder.requireEmpty(path);
      OutputFolder folder = OutputFolder.create(path);
      try {
        Files.delete(Files.createTempFile(path, ".writable", ""));
        return new ResultFolder(folder);
      } catch (IOException e) {
        folder.remove();
        throw e;
      }
    } catch (IOException e) {
      throw new RunRefusedException(
          "the output folder %s cannot be written to: %s".formatted(path, IoReason.of(e)));
    }
  }

  /** {@return the folder} */
  public Path path() {
    return folder.path();
  }

  /**
   * Writes all results, in one go.
   *
   * @param content writes them
   * @throws IOException if they cannot be written
   */
  public void publish(TrainingFolder.Content content) throws IOException {
    new TrainingFolder(path()).publish(content);
    isFilled = true;
  }

  /** Removes what was made, unless the results are in place. */
  @Override
  public void close() {
    if (!isFilled) {
      folder.remove();
    }
  }
}
