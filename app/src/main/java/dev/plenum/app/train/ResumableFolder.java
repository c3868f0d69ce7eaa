package dev.plenum.app.train;

import dev.plenum.app.IoReason;
import dev.plenum.app.config.UsageException;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a run of several trainings. It remembers what it was started with, so that a later
 * start can go on with what is missing.
 *
 * @param path the folder
 */
public record ResumableFolder(Path path) {
  private static final String CONFIGURATION = "configuration.json";

  /**
   * Makes a new folder, or goes on with an earlier one.
   *
   * @param configuration everything that the results depend on
   * @param resume whether the folder may be one of the same configuration
   * @throws UsageException if it holds something else; nothing has been changed then
   */
  public static ResumableFolder claim(Path path, JsonObject configuration, boolean resume) {
    try {
      if (isNewOrEmpty(path)) {
        Files.createDirectories(path);
        AtomicFiles.write(path.resolve(CONFIGURATION), configuration.toString());
      } else {
        requireResumable(path, configuration, resume);
      }
      return new ResumableFolder(path);
    } catch (IOException e) {
      throw new UsageException(
          "the output folder %s cannot be used: %s".formatted(path, IoReason.of(e)));
    }
  }

  private static boolean isNewOrEmpty(Path path) throws IOException {
    if (!Files.exists(path)) {
      return true;
    }
    if (!Files.isDirectory(path)) {
      throw new UsageException("the output folder %s is a file".formatted(path));
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findFirst().isEmpty();
    }
  }

  private static void requireResumable(Path path, JsonObject configuration, boolean resume)
      throws IOException {
    Path file = path.resolve(CONFIGURATION);
    if (!resume) {
      throw new UsageException(
          "the output folder %s is not empty; name a new one, or an empty one%s"
              .formatted(
                  path,
                  Files.exists(file) ? ", or go on with the run that it holds by --resume" : ""));
    }
    if (!Files.exists(file)) {
      throw new UsageException(
          "the folder %s holds no run to go on with: it has no %s".formatted(path, CONFIGURATION));
    }
    JsonObject earlier = JsonObject.parse(Files.readString(file), file.toString());
    if (!earlier.equals(configuration)) {
      throw new UsageException(
          "the run in %s was started with another configuration (see %s): found%n%s"
              .formatted(path, CONFIGURATION, configuration));
    }
  }

  /** Whether a file that is written at the very end is there. */
  public boolean has(String file) {
    return Files.exists(path.resolve(file));
  }

  /**
   * The result of a training that was finished earlier, if it was.
   *
   * @throws IOException if it is damaged
   */
  public static Optional<FinishedRun> finished(Path member) throws IOException {
    return Files.exists(member.resolve(FinishedRun.RECORD))
        ? Optional.of(FinishedRun.read(member))
        : Optional.empty();
  }
}
