package dev.plenum.app.document;

import java.io.IOException;
import java.nio.file.Path;

/** Named pipes, which keep everybody waiting who opens them. */
public final class Pipes {
  private Pipes() {}

  /** Makes one that nobody writes to. */
  public static Path make(Path path) throws IOException, InterruptedException {
    int exitCode = new ProcessBuilder("mkfifo", path.toString()).start().waitFor();
    if (exitCode != 0) {
      throw new IOException("mkfifo ended with " + exitCode);
    }
    return path;
  }
}
