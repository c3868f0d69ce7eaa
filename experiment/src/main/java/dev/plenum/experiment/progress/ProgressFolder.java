package dev.plenum.experiment.progress;

import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a training that is not finished tells how far it is, in a hidden folder within its own: {@code
 * epochs.csv} with its epochs so far, {@code standing.json} with where it stands, and {@code stop},
 * which whoever wants it to save and end puts there.
 *
 * @param path the folder
 */
public record ProgressFolder(Path path) {
  private static final String NAME = ".progress";
  private static final String EPOCHS = "epochs.csv";
  private static final String STANDING = "standing.json";
  private static final String STOP = "stop";

  /**
   * {@return the progress folder of the training with this folder}
   *
   * @param training the folder that the training leaves its files in
   */
  public static ProgressFolder of(Path training) {
    return new ProgressFolder(training.resolve(NAME));
  }

  /** {@return whether there is one: the training has begun, and is not finished} */
  public boolean exists() {
    return Files.isDirectory(path);
  }

  /**
   * {@return the file of the epochs so far, see {@link dev.plenum.persistence.HistoryCsv}; lines are added to
   * its end}
   */
  public Path epochs() {
    return path.resolve(EPOCHS);
  }

  /**
   * {@return where the training stands; empty if it is finished, or has not begun}
   *
   * @throws IOException if its file cannot be read, or is damaged
   */
  public Optional<Standing> standing() throws IOException {
    try {
      return Optional.of(Standing.of(JsonValue.read(path.resolve(STANDING))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (InvalidJsonException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * Asks the training to save what was done so far, and to end; it does so within a second, or when its
   * validation is over. The other trainings of the same run end too.
   *
   * @throws NoSuchFileException if the training is finished, or has not begun
   * @throws IOException if the file for that cannot be written
   */
  public void requestStop() throws IOException {
    if (!Files.exists(path.resolve(STOP))) {
      Files.createFile(path.resolve(STOP));
    }
  }

  /** {@return whether it was asked to end} */
  public boolean isStopRequested() {
    return Files.exists(path.resolve(STOP));
  }

  /** A training begins, or is resumed, with these lines of {@link #epochs} behind it. */
  void begin(String lines) throws IOException {
    Files.createDirectories(path);
    Files.deleteIfExists(path.resolve(STOP)); // it was meant for an earlier process
    replace(epochs(), lines);
  }

  void write(Standing standing) throws IOException {
    replace(path.resolve(STANDING), standing.toJson().toString());
  }

  /** Readers see the old or the new file. It need not outlive a crash of the system, so it is not synced. */
  private static void replace(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling("." + file.getFileName() + ".tmp");
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Deletes it: the training is finished.
   *
   * @throws IOException if it cannot be deleted
   */
  public void delete() throws IOException {
    if (exists()) {
      try (Stream<Path> files = Files.list(path)) {
        for (Path file : files.toList()) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(path);
    }
  }
}
