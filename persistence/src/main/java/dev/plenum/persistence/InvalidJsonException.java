package dev.plenum.persistence;

/**
 * JSON that is malformed, or not what it should be. The message names the source, the place in it
 * ({@code layers[2].filters}), what was found and what is allowed.
 */
public class InvalidJsonException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * With such a message.
   *
   * @param message names the source, the place in it, what was found and what is allowed
   */
  public InvalidJsonException(String message) {
    super(message);
  }
}
