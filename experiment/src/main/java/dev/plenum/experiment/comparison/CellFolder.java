package dev.plenum.experiment.comparison;

import dev.plenum.experiment.RunRefusedException;
import dev.plenum.persistence.RunRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

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

  /**
   * Checks that a training can be done again as its record says: that it is no cell which ended after the
   * first of several epochs, to repeat that of another.
   *
   * @param recorded what the training's record says
   * @param folder the training's
   * @throws RunRefusedException if it is; the message names the other
   */
  public static void requireWhole(RunRecord recorded, Path folder) {
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    if (recorded.setup().epochs() > 1
        && name.endsWith(Cell.REPEAT)
        && Files.exists(folder.resolve(CellResult.MEASURES))) {
      throw new RunRefusedException(String.format(
          Locale.ROOT,
          "%s has only the first of %d epochs, which it repeated for its comparison; repeat the training %s beside it instead",
          name,
          recorded.setup().epochs(),
          name.substring(0, name.length() - Cell.REPEAT.length())));
    }
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
