package dev.plenum.app.cli;

import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.host.Host;
import dev.plenum.ensemble.SavedClassifier;
import dev.plenum.persistence.ForeignFileException;
import dev.plenum.persistence.ForeignFormat;
import dev.plenum.predictor.ModelInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files that commands are given. */
final class ModelFiles {
  /** What the argument MODEL is. */
  static final String DESCRIPTION = "a file of a model or committee, as left by training";

  /** What the setting {@code prepare} is where a model has its own way. */
  static final String PREPARE =
      "how pictures become images, if not as the model's file says: digit looks for a drawn or photographed digit and makes it one of MNIST's; other words as in training";

  private static final List<String> LEFT_BY_TRAINING = List.of("model.plenum", "committee.plenum");

  private ModelFiles() {}

  /**
   * Reads a model.
   *
   * @throws UsageException if there is no such file, or it is of a known format that is not ours
   * @throws IOException if it is not a model file, or damaged
   */
  static SavedClassifier read(Host host, String name) throws IOException {
    try {
      return SavedClassifier.read(existing(host, name));
    } catch (ForeignFileException e) {
      throw advised(e, name);
    }
  }

  /**
   * What makes the model's input.
   *
   * @param name of its file
   * @throws UsageException if its file asks for what is not known here
   */
  static ModelInputs inputs(SavedClassifier saved, String name) {
    try {
      return ModelInputs.of(saved.preprocessing());
    } catch (IllegalArgumentException e) {
      throw new UsageException("%s cannot be used: %s".formatted(name, e.getMessage()));
    }
  }

  /** The same, with pictures prepared as the settings say, if they do. */
  static ModelInputs inputs(SavedClassifier saved, String name, Settings settings) {
    ModelInputs own = inputs(saved, name);
    return settings.find(Keys.PREPARE).map(own::preparedAs).orElse(own);
  }

  /** The same complaint with what to do. */
  static UsageException advised(ForeignFileException e, String name) {
    return new UsageException(e.getMessage() + ". " + ForeignFileAdvice.of(e.format(), name));
  }

  /**
   * The path of a file that is to be read.
   *
   * @throws UsageException if there is no such file
   * @throws IOException if there is a folder that cannot be read
   */
  static Path existing(Host host, String name) throws IOException {
    Path file = path(host, name);
    if (Files.isDirectory(file)) {
      throw new UsageException(folder(file, name));
    }
    if (!Files.exists(file)) {
      throw new UsageException("there is no model file %s".formatted(name));
    }
    return file;
  }

  private static String folder(Path folder, String name) throws IOException {
    Optional<ForeignFormat> format = ForeignFormat.of(folder);
    if (format.isPresent()) {
      return "%s is %s. %s"
          .formatted(name, format.get().description(), ForeignFileAdvice.of(format.get(), name));
    }
    return LEFT_BY_TRAINING.stream()
        .filter(file -> Files.exists(folder.resolve(file)))
        .findFirst()
        .map(file -> "%s is a folder; name the file in it: %s"
            .formatted(name, Path.of(name).resolve(file)))
        .orElse("%s is a folder; name the model file in it".formatted(name));
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
