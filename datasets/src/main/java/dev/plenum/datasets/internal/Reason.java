package dev.plenum.datasets.internal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says in words why an operation on a file or the network failed; many exceptions do not. */
public final class Reason {
  private Reason() {}

  /** The first cause that says something, in words. */
  public static String of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String reason = inWords(cause);
      if (reason != null && !reason.isBlank()) {
        return reason;
      }
    }
    return failure.getClass().getSimpleName();
  }

  /** The same failure, of reading a file or folder, with a message that names it. */
  public static IOException notReadable(Path path, IOException failure) {
    return new IOException(path + " cannot be read: " + of(failure), failure);
  }

  private static @Nullable String inWords(Throwable cause) {
    if (cause instanceof UnresolvedAddressException) {
      return "unknown host";
    }
    if (cause instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileSystemException file) {
      return file.getReason();
    }
    if (cause instanceof EOFException && cause.getMessage() == null) {
      return "it ends too early";
    }
    return cause.getMessage();
  }
}
