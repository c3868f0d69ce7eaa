package dev.plenum.experiment.comparison;

import dev.plenum.experiment.run.FolderName;
import java.util.Locale;

/**
 * One training of a comparison.
 *
 * @param backend the backend's name
 * @param network the network's name
 * @param seed what it is trained from
 * @param epochs how many its training has, at least 1
 * @param isRepeat whether it only repeats the first of these epochs of the cell that is otherwise the
 *     same, to see whether the same bits come out
 */
public record Cell(String backend, String network, long seed, int epochs, boolean isRepeat) {
  /** What the name of a repeat's folder ends in, after that of the cell that it repeats. */
  static final String REPEAT = "-repeat";

  /** {@return the name of its folder, which no other cell has} */
  public String folderName() {
    return String.format(
        Locale.ROOT, "%s-seed%d%s", FolderName.of(backend, network), seed, isRepeat ? REPEAT : "");
  }

  /** {@code purejava, simple-conv, seed 1}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s, %s, seed %d%s", backend, network, seed, isRepeat ? ", repeated" : "");
  }
}
