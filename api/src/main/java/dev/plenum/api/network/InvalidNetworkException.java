package dev.plenum.api.network;

/** A network whose layers do not fit together. */
public class InvalidNetworkException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * For a network that is refused.
   *
   * @param message says what was needed and what was found
   */
  public InvalidNetworkException(String message) {
    super(message);
  }
}
