package dev.plenum.serve.http;

import java.io.IOException;

/** A request cannot be answered; the client is told why. */
public final class ProblemException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.title());
    this.problem = problem;
  }

  /** {@return what the client is told} */
  public Problem problem() {
    return problem;
  }
}
