package dev.plenum.experiment.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that a training left, on their way from the worker. */
public final class TrainedFiles implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The bytes of each file, by its name. */
  private final TreeMap<String, byte[]> contents = new TreeMap<>();

  private TrainedFiles() {}

  /**
   * {@return all files of a folder}
   *
   * @param folder without the folders within it
   * @throws IOException if one cannot be read
   */
  public static TrainedFiles in(Path folder) throws IOException {
    TrainedFiles files = new TrainedFiles();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.contents.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  /**
   * Writes them to a folder.
   *
   * @param folder must be there; files of the same names are replaced
   * @throws IOException if one cannot be written
   */
  public void writeTo(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : contents.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
