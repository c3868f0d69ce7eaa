package dev.plenum.benchmarks.result;

import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file that a command's results are written to as JSON, if one was asked for.
 *
 * @param path where
 */
public record ResultFile(Optional<Path> path) {

  /**
   * Checks the place before anything is measured.
   *
   * @throws IllegalArgumentException if the path is a folder, or its folder does not exist
   */
  public ResultFile {
    path.ifPresent(file -> {
      Path folder = file.toAbsolutePath().resolveSibling("");
      if (!Files.isDirectory(folder)) {
        throw new IllegalArgumentException("--out: there is no folder " + folder);
      } else if (Files.isDirectory(file)) {
        throw new IllegalArgumentException(
            "--out: %s is a folder; a file is needed".formatted(file));
      }
    });
  }

  /**
   * Writes the results.
   *
   * @throws IOException if that fails, see {@link AtomicFiles}
   */
  public void write(JsonObject results) throws IOException {
    if (path.isPresent()) {
      AtomicFiles.write(path.get(), results.toString());
    }
  }
}
