package dev.plenum.experiment.comparison;

import java.nio.file.Path;

/**
 * Where a cell's files are: its results in a folder of its own, which is complete or empty, and
 * beside it its command line and what it printed.
 *
 * @param results gets the results
 */
public record CellFolder(Path results) {

  /**
   * {@return the folder of a cell among all}
   *
   * @param cells the folder of all cells
   * @param cell the one that it is for
   */
  public static CellFolder of(Path cells, Cell cell) {
    return new CellFolder(cells.resolve(cell.folderName()));
  }

  /** {@return the file of the settings that it is started with} */
  public Path settings() {
    return beside(".conf");
  }

  /** {@return the file of everything that its process prints} */
  public Path log() {
    return beside(".log");
  }

  /** {@return the file that the JVM writes about itself when it crashes} */
  public Path crashReport() {
    return beside("-crash.log");
  }

  private Path beside(String ending) {
    return results.resolveSibling(results.getFileName() + ending);
  }
}
