package dev.plenum.persistence;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that is not a model of ours, is damaged, or was written by a newer version. */
public class InvalidModelFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /** With a message that names the file, the entry in it, what is wrong and what to do. */
  public InvalidModelFileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
