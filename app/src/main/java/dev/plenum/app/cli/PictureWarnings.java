package dev.plenum.app.cli;

import dev.plenum.experiment.PictureReader;
import dev.plenum.experiment.TrainingBorder;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** Tells of odd pictures as they come, but of many of them in one line at the end. */
final class PictureWarnings {
  private static final int MOST = 10;

  private final PrintStream err;
  private final Optional<TrainingBorder> border;
  private final boolean isInverted;
  private int found;

  /**
   * Tells of them here.
   *
   * @param border of the model's training images, if it is known
   * @param isInverted whether the user has dark and light exchanged
   */
  PictureWarnings(PrintStream err, Optional<TrainingBorder> border, boolean isInverted) {
    this.err = err;
    this.border = border;
    this.isInverted = isInverted;
  }

  /** What is odd about a picture of this name, if anything is. */
  Optional<String> tell(String name, PictureReader.Input picture) {
    Optional<String> warning = OddPictures.warning(picture, border, isInverted);
    if (warning.isPresent()) {
      found++;
      if (found <= MOST) {
        err.println("Warning: " + name + ": " + warning.get());
        err.flush();
      }
    }
    return warning;
  }

  /** Tells of those that were not told of one by one. */
  void end() {
    if (found > MOST) {
      err.println(String.format(
          Locale.ROOT, "Warning: such is to be said of %,d more pictures", found - MOST));
    }
  }
}
