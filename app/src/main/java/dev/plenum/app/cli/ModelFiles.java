package dev.plenum.app.cli;

import dev.plenum.app.Host;
import dev.plenum.app.config.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The files that commands are given. */
final class ModelFiles {
  static final Command.Argument ARGUMENT =
      new Command.Argument("MODEL", "a file of a model or committee, as left by training", false);

  private ModelFiles() {}

  /**
   * Reads a model.
   *
   * @throws UsageException if there is no such file
   * @throws IOException if it is not a model file, or damaged
   */
  static SavedClassifier read(Host host, String name) throws IOException {
    return SavedClassifier.read(existing(host, name));
  }

  /**
   * The path of a file that is to be read.
   *
   * @throws UsageException if there is no such file
   */
  static Path existing(Host host, String name) {
    Path file = path(host, name);
    if (Files.isDirectory(file)) {
      throw new UsageException("%s is a folder; name the model file in it".formatted(name));
    }
    if (!Files.exists(file)) {
      throw new UsageException("there is no model file %s".formatted(name));
    }
    return file;
  }

  /**
   * The path of a file that is to be written.
   *
   * @throws UsageException if there is something of that name, or no folder to write it to
   */
  static Path newFile(Host host, String name) {
    Path file = path(host, name);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException("%s exists already; name a new file".formatted(name));
    }
    Path folder = file.toAbsolutePath().resolveSibling("");
    if (!Files.isDirectory(folder)) {
      throw new UsageException(
          "%s cannot be written: there is no folder %s".formatted(name, host.shown(folder)));
    }
    return file;
  }

  /** A path as the user typed it. */
  static Path path(Host host, String name) {
    try {
      return host.workingDirectory().resolve(name);
    } catch (InvalidPathException e) {
      throw new UsageException("'%s' is no path: %s".formatted(name, e.getReason()));
    }
  }
}
