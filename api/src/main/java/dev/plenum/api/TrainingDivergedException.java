package dev.plenum.api;

/** The loss became NaN or infinite, so that going on is useless. */
public class TrainingDivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An exception with a message.
   *
   * @param message says where it happened and what may help
   */
  public TrainingDivergedException(String message) {
    super(message);
  }
}
