package dev.plenum.persistence;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** Says in words what Java's file exceptions say by their class alone. */
public final class IoReason {
  private IoReason() {}

  /**
   * {@return why it failed, in words}
   *
   * @param e what reading or writing threw
   */
  public static String of(IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return "there is no file " + missing.getFile();
    }
    if (e instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (e instanceof NotDirectoryException file) {
      return file.getFile() + " is not a folder";
    }
    if (e instanceof FileAlreadyExistsException existing) {
      return existing.getFile() + " is there already";
    }
    if (e instanceof DirectoryNotEmptyException full) {
      return "the folder " + full.getFile() + " is not empty";
    }
    if (e instanceof FileSystemLoopException loop) {
      return "links go round in a circle at " + loop.getFile();
    }
    if (e instanceof FileSystemException other) {
      String reason =
          Optional.ofNullable(other.getReason()).orElse(other.getClass().getSimpleName());
      return other.getFile() + ": " + reason;
    }
    return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
  }
}
