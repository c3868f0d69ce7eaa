package dev.plenum.interchange.imported;

import dev.plenum.persistence.InvalidModelFileException;

/** A network takes values in a row, and how high and wide the pictures are must be said. */
public class UnknownPictureSizeException extends InvalidModelFileException {
  private static final long serialVersionUID = 1L;

  /** With the message. */
  public UnknownPictureSizeException(String message) {
    super(message, null);
  }
}
