package dev.plenum.datasets.internal;

import java.io.IOException;
import java.nio.file.Path;

/** A file was read, but does not hold what it should. */
public final class InvalidFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String problem;

  /**
   * Names the file and the problem.
   *
   * @param problem what was expected and what was found
   */
  public InvalidFileException(Path file, String problem) {
    super(file + ": " + problem);
    this.problem = problem;
  }

  /** What is wrong, without the file's name. */
  public String problem() {
    return problem;
  }
}
