package dev.plenum.persistence;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The checkpoints of one training, numbered from 1; the last two that are whole are kept. */
final class CheckpointFolder {
  private static final Logger LOG = System.getLogger(CheckpointFolder.class.getName());
  private static final int KEPT = 2;
  /** A temporary file has the same name within its own, see {@link AtomicFiles}. */
  private static final Pattern NAME =
      Pattern.compile("(\\.?)checkpoint-(\\d{1,9})\\.plenum(\\..+\\.tmp)?");

  private final Path folder;
  private final Deque<Path> whole = new ArrayDeque<>();

  CheckpointFolder(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder if need be, and checks that it can be written to. */
  void requireWritable() throws IOException {
    Files.createDirectories(folder);
    AtomicFiles.requireWritable(folder.resolve(name(1) + ".test"));
  }

  void save(Checkpoint checkpoint) throws IOException {
    List<Path> earlier = list();
    long last = earlier.isEmpty() ? 0 : number(earlier.get(0));
    Path file = folder.resolve(name(last + 1));
    CheckpointFile.write(file, checkpoint);
    whole.add(file);
    if (whole.size() > KEPT) {
      whole.remove();
    }
    for (Path path : earlier) {
      if (!whole.contains(path)) {
        Files.deleteIfExists(path);
      }
    }
  }

  /**
   * The last checkpoint that is whole, if there is one; a damaged one is skipped with a warning.
   *
   * @throws IOException if the folder or a file cannot be read
   */
  Optional<Checkpoint> latest() throws IOException {
    for (Path file : list()) {
      if (isTemporary(file)) {
        continue;
      }
      try {
        Checkpoint checkpoint = CheckpointFile.read(file);
        whole.add(file);
        return Optional.of(checkpoint);
      } catch (InvalidModelFileException e) {
        LOG.log(Level.WARNING, "a checkpoint is skipped: {0}", e.getMessage());
      }
    }
    return Optional.empty();
  }

  /** Deletes all checkpoints, and the folder if nothing else is in it. */
  void clear() throws IOException {
    for (Path file : list()) {
      Files.deleteIfExists(file);
    }
    if (Files.isDirectory(folder) && isEmpty()) {
      Files.delete(folder);
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().isEmpty();
    }
  }

  /** The checkpoints, and what writing one may have left; the last first. */
  private List<Path> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> nameOf(file).matches())
          .sorted(Comparator.comparingLong(CheckpointFolder::number).reversed())
          .toList();
    }
  }

  private static String name(long number) {
    return "checkpoint-" + number + ".plenum";
  }

  private static Matcher nameOf(Path file) {
    return NAME.matcher(file.getFileName().toString());
  }

  private static boolean isTemporary(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private static long number(Path file) {
    Matcher name = nameOf(file);
    return name.matches() ? Long.parseLong(name.group(2)) : 0;
  }
}
