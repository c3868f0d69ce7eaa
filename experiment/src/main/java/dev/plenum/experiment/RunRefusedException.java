package dev.plenum.experiment;

/**
 * A run cannot be started, resumed or joined with others as it was asked for: its folder, images,
 * networks or results are not what they must be. The message says what was found and what to do;
 * nothing has been changed.
 */
public final class RunRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * With a message for whoever asked.
   *
   * @param message what was found and what to do
   */
  public RunRefusedException(String message) {
    super(message);
  }
}
