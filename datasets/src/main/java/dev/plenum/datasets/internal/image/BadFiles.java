package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.InvalidFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The files of a folder that cannot be used, so that all of them can be reported at once. */
final class BadFiles {
  private static final int MOST_SHOWN = 20;

  private final Path root;
  private final List<IOException> failures = new ArrayList<>();

  BadFiles(Path root) {
    this.root = root;
  }

  /** Those that are known now; more will not be known to this. */
  BadFiles copy() {
    BadFiles copy = new BadFiles(root);
    copy.failures.addAll(failures);
    return copy;
  }

  /** Remembers one. */
  void add(Path file, String problem) {
    failures.add(new InvalidFileException(file, problem));
  }

  /** Remembers one that could not be read or decoded. */
  void add(IOException failure) {
    failures.add(failure);
  }

  boolean isEmpty() {
    return failures.isEmpty();
  }

  /** What is wrong with each. */
  List<String> messages() {
    return failures.stream()
        .map(failure -> String.valueOf(failure.getMessage()))
        .distinct()
        .toList();
  }

  /**
   * Refuses the folder if there are any.
   *
   * @throws IOException names each with its problem, the first 20 if there are more
   */
  void requireNone() throws IOException {
    if (failures.size() == 1) {
      throw failures.get(0);
    }
    if (!failures.isEmpty()) {
      throw new InvalidFileException(root, description());
    }
  }

  private String description() {
    StringBuilder text =
        new StringBuilder(String.format(Locale.ROOT, "%d files cannot be used:", failures.size()));
    failures.stream()
        .limit(MOST_SHOWN)
        .forEach(failure -> text.append("\n  ").append(failure.getMessage()));
    if (failures.size() > MOST_SHOWN) {
      text.append(String.format(Locale.ROOT, "%n  … and %d more", failures.size() - MOST_SHOWN));
    }
    return text.toString();
  }
}
