package dev.plenum.persistence;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that is not a model of ours, is damaged, or was written by a newer version. */
public class InvalidModelFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * With a message and a cause.
   *
   * @param message names the file, the entry in it, what is wrong and what to do
   * @param cause the exception that it follows from, null if there is none
   */
  public InvalidModelFileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
