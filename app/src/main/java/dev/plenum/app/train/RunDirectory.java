package dev.plenum.app.train;

import dev.plenum.app.IoReason;
import dev.plenum.app.config.UsageException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a run's results. It is claimed before anything else is done, and filled at the very
 * end, in one go: until then it stays empty, and if the run fails or is interrupted, what was made
 * here goes away.
 */
public final class RunDirectory implements AutoCloseable {
  private static final String STAGE = ".unfinished";

  private final Path path;
  private final List<Path> created;
  private final Thread abandonAtExit;
  private boolean isDone;

  /** What writes the results. */
  @FunctionalInterface
  public interface Content {
    /** Writes them all to a folder. */
    void writeTo(Path folder) throws IOException;
  }

  private RunDirectory(Path path, List<Path> created) {
    this.path = path;
    this.created = created;
    this.abandonAtExit = new Thread(this::abandon, "plenum-abandon");
    Runtime.getRuntime().addShutdownHook(abandonAtExit);
  }

  /**
   * Makes the folder if need be, and makes sure that it is empty and can be written to.
   *
   * @throws UsageException if it is not; nothing has been changed then
   */
  public static RunDirectory claim(Path path) {
    requireNewOrEmpty(path);
    List<Path> created = new ArrayList<>();
    try {
      createWithParents(path.toAbsolutePath().normalize(), created);
      Files.delete(Files.createTempFile(path, ".writable", ""));
      return new RunDirectory(path, created);
    } catch (IOException e) {
      created.forEach(RunDirectory::deleteQuietly);
      throw new UsageException(
          "the output folder %s cannot be written to: %s".formatted(path, IoReason.of(e)));
    }
  }

  /**
   * The same for a folder that a run which was cut short may have left unfinished: what that left is
   * removed.
   *
   * @throws IOException if it cannot be removed
   */
  public static RunDirectory reclaim(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> remains = Files.walk(path)) {
        for (Path file : remains.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return claim(path);
  }

  private static void requireNewOrEmpty(Path path) {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new UsageException("the output folder %s is a file".formatted(path));
    }
    if (Files.isDirectory(path)) {
      try (Stream<Path> entries = Files.list(path)) {
        entries.findFirst().ifPresent(entry -> {
          throw new UsageException(
              "the output folder %s is not empty (it has %s); name a new one, or an empty one"
                  .formatted(path, entry.getFileName()));
        });
      } catch (IOException e) {
        throw new UsageException(
            "the output folder %s cannot be read: %s".formatted(path, IoReason.of(e)));
      }
    }
  }

  /** Deepest first in {@code created}. */
  private static void createWithParents(Path path, List<Path> created) throws IOException {
    if (Files.isDirectory(path)) {
      return;
    }
    Path parent = path.getParent();
    if (parent != null) {
      createWithParents(parent, created);
    }
    try {
      Files.createDirectory(path);
      created.add(0, path);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(path)) { // another process may have made it meanwhile
        throw e;
      }
    }
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /**
   * Writes all results beside their place and then moves them into it.
   *
   * @throws IOException if they cannot be written, or the folder is no longer empty
   */
  public void publish(Content content) throws IOException {
    Path stage = Files.createDirectory(path.resolve(STAGE));
    content.writeTo(stage);
    moveIntoPlace(stage);
    close();
  }

  /**
   * Not to be interrupted half-way by {@link #abandon}. In the order of the names: run.json comes last,
   * so that its presence tells that all is there.
   */
  private synchronized void moveIntoPlace(Path stage) throws IOException {
    if (isDone) {
      throw new IOException("the run was interrupted");
    }
    List<Path> finished = list(stage);
    for (Path file : finished) {
      Path target = path.resolve(file.getFileName());
      if (Files.exists(target)) {
        throw new IOException("%s was written by someone else meanwhile".formatted(target));
      }
    }
    for (Path file : finished) {
      Files.move(file, path.resolve(file.getFileName()));
    }
    Files.delete(stage);
    isDone = true;
  }

  /** Removes what was made here, unless the results are in place. */
  private synchronized void abandon() {
    if (isDone) {
      return;
    }
    isDone = true;
    Path stage = path.resolve(STAGE);
    if (Files.isDirectory(stage)) {
      list(stage).forEach(RunDirectory::deleteQuietly);
      deleteQuietly(stage);
    }
    created.forEach(RunDirectory::deleteQuietly);
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** A folder that is not empty stays. */
  private static void deleteQuietly(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      System.getLogger(RunDirectory.class.getName())
          .log(System.Logger.Level.DEBUG, "{0} was left: {1}", path, e);
    }
  }

  /** Removes what was made here, unless the results are in place. A second call does nothing. */
  @Override
  public void close() {
    abandon();
    try {
      Runtime.getRuntime().removeShutdownHook(abandonAtExit);
    } catch (IllegalStateException e) {
      // The process is ending already: the hook runs, and finds nothing left to do.
      return;
    }
  }
}
