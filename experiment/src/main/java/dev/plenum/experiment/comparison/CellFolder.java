package dev.plenum.experiment.comparison;

import java.nio.file.Path;

/**
 * Where a cell's files are: its results in a folder of its own, which is complete or empty, and
 * beside it its command line and what it printed.
 *
 * @param results gets the results
 */
public record CellFolder(Path results) {

  /** The folder of a cell among all. */
  public static CellFolder of(Path cells, Cell cell) {
    return new CellFolder(cells.resolve(cell.folderName()));
  }

  /** The settings that it is started with. */
  public Path settings() {
    return beside(".conf");
  }

  /** Everything that its process prints. */
  public Path log() {
    return beside(".log");
  }

  /** What the JVM writes about itself when it crashes. */
  public Path crashReport() {
    return beside("-crash.log");
  }

  private Path beside(String ending) {
    return results.resolveSibling(results.getFileName() + ending);
  }
}
