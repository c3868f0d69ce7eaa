package dev.plenum.experiment.cluster;

import java.io.IOException;

/** A training on a cluster that will not succeed, however often it is tried. The message says why. */
public class TrainingFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * With a reason.
   *
   * @param message the reason in words, without a full stop
   */
  public TrainingFailedException(String message) {
    super(message);
  }
}
