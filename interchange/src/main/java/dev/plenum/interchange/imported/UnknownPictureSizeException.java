package dev.plenum.interchange.imported;

import dev.plenum.persistence.InvalidModelFileException;

/** A network takes values in a row, and how high and wide the pictures are must be said. */
public class UnknownPictureSizeException extends InvalidModelFileException {
  private static final long serialVersionUID = 1L;

  /**
   * With the message.
   *
   * @param message names the file, and says that the pictures' height and width must be given
   */
  public UnknownPictureSizeException(String message) {
    super(message, null);
  }
}
