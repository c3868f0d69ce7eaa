package dev.plenum.experiment.run;

import dev.plenum.experiment.RunRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for the results of a run.
 *
 * @param path the folder
 * @param created what was made for it, deepest first
 */
record OutputFolder(Path path, List<Path> created) {
  private static final Logger LOG = System.getLogger(OutputFolder.class.getName());

  /** A folder that is there. */
  static OutputFolder existing(Path path) {
    return new OutputFolder(path, List.of());
  }

  /**
   * Makes the folder if need be.
   *
   * @throws IOException if it cannot be made; nothing has been changed then
   */
  static OutputFolder create(Path path) throws IOException {
    List<Path> created = new ArrayList<>();
    try {
      createWithParents(path.toAbsolutePath().normalize(), created);
    } catch (IOException e) {
      created.forEach(OutputFolder::deleteQuietly);
      throw e;
    }
    return new OutputFolder(path, created);
  }

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
        throw new NotDirectoryException(path.toString());
      }
    }
  }

  /**
   * Checks that nothing is there, but for the empty files that a process leaves which is killed when it
   * has hardly begun.
   *
   * @throws RunRefusedException if something is there
   */
  static void requireEmpty(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    if (!Files.isDirectory(path)) {
      throw new RunRefusedException("the output folder %s is a file".formatted(path));
    }
    try (Stream<Path> entries = Files.list(path)) {
      for (Path entry : entries.sorted().toList()) {
        boolean isRun = entry.endsWith(RunConfiguration.FILE);
        boolean isKnown = isRun || entry.endsWith(FolderLock.FILE);
        if (!isKnown || !Files.isRegularFile(entry) || Files.size(entry) > 0) {
          throw new RunRefusedException(
              "the output folder %s is not empty (it has %s); name a new one, or an empty one%s"
                  .formatted(
                      path,
                      entry.getFileName(),
                      isRun ? ", resume the run that it holds, or delete that" : ""));
        }
      }
    }
  }

  /** Whether something is in it that a run can resume from. */
  boolean holdsWork() {
    return content().stream().anyMatch(this::isWork);
  }

  /** Not what is written at the start, nor what is not complete: that has a name with a dot before it. */
  private boolean isWork(Path entry) {
    Path relative = path.relativize(entry);
    boolean isHidden = Stream.iterate(relative, part -> part != null, Path::getParent)
        .anyMatch(part -> part.getFileName().toString().startsWith("."));
    boolean isOfTheStart =
        relative.endsWith(RunConfiguration.FILE) || RunInputs.FILES.contains(relative.toString());
    return Files.isRegularFile(entry) && !isHidden && !isOfTheStart;
  }

  /** Deletes all that is in it, and what was made for it. */
  void remove() {
    content().forEach(OutputFolder::deleteQuietly);
    created.forEach(OutputFolder::deleteQuietly);
  }

  /** Deepest first; also of a folder that is a link, which a walk would not follow. */
  private List<Path> content() {
    try {
      Path real = path.toRealPath();
      try (Stream<Path> tree = Files.walk(real)) {
        return tree.filter(entry -> !entry.equals(real))
            .map(entry -> path.resolve(real.relativize(entry)))
            .sorted(Comparator.reverseOrder())
            .toList();
      }
    } catch (IOException | UncheckedIOException e) { // the walk wraps what it meets under way
      log(path, e);
      return List.of();
    }
  }

  /** A folder that is not empty stays. */
  private static void deleteQuietly(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      log(path, e);
    }
  }

  private static void log(Path path, Exception e) {
    LOG.log(Level.DEBUG, "{0} was left: {1}", path, e.toString());
  }
}
