package dev.plenum.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files for what cannot be done in memory, in the JVM's temporary folder. */
public final class TemporaryFiles {
  private TemporaryFiles() {}

  /**
   * {@return a new, empty file; the caller deletes it}
   *
   * @param ending how its name ends: {@code .h5}
   * @throws IOException if it cannot be made; the message names the folder and says how to use another
   */
  public static Path create(String ending) throws IOException {
    try {
      return Files.createTempFile("plenum-" + ProcessHandle.current().pid() + "-", ending);
    } catch (IOException e) {
      throw new IOException(
          "a temporary file is needed, and cannot be made in %s. Name another folder with -Djava.io.tmpdir=FOLDER"
              .formatted(System.getProperty("java.io.tmpdir")),
          e);
    }
  }
}
