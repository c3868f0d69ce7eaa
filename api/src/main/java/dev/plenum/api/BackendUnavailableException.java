package dev.plenum.api;

/** A backend that was asked for is unknown or cannot be used here. */
public class BackendUnavailableException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * An exception with a message.
   *
   * @param message says what there is, and how to get the other
   */
  public BackendUnavailableException(String message) {
    super(message);
  }
}
