package dev.plenum.persistence;

/** A training that was asked to end early, see {@link Checkpoints#stopWhen}. */
public class TrainingInterruptedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * With a message.
   *
   * @param message says where the training stood
   */
  public TrainingInterruptedException(String message) {
    super(message);
  }
}
