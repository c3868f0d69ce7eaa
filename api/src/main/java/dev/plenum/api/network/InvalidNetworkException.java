package dev.plenum.api.network;

/** A network whose layers do not fit together. */
public class InvalidNetworkException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With a message that says what was needed and what was found. */
  public InvalidNetworkException(String message) {
    super(message);
  }
}
