package dev.plenum.persistence;

import java.io.IOException;

/** Bytes that are not in the safetensors format, or hold what cannot be read here. */
public class InvalidSafetensorsException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * With a message.
   *
   * @param message says what was found and what is needed
   */
  public InvalidSafetensorsException(String message) {
    super(message);
  }
}
