package dev.plenum.app.cli;

import java.io.PrintStream;
import java.util.Locale;

/** Tells of odd pictures as they come, but of many of them in one line at the end. */
final class PictureWarnings {
  private static final int MOST = 10;

  private final PrintStream err;
  private int found;

  PictureWarnings(PrintStream err) {
    this.err = err;
  }

  /** What is odd about a picture. */
  void tell(String picture, String warning) {
    found++;
    if (found <= MOST) {
      err.println("Warning: " + picture + ": " + warning);
      err.flush();
    }
  }

  /** Tells of those that were not told of one by one. */
  void end() {
    if (found > MOST) {
      err.println(String.format(
          Locale.ROOT, "Warning: such is to be said of %,d more pictures", found - MOST));
    }
  }
}
