package dev.plenum.app.progress;

import java.io.PrintStream;
import java.util.Locale;

/** One line per file. */
final class DownloadLines implements Progress.Downloads {
  private final PrintStream err;
  private String file = "";

  DownloadLines(PrintStream err) {
    this.err = err;
  }

  @Override
  public void update(String file, long bytes, long total) {
    if (!file.equals(this.file)) {
      this.file = file;
      String size = total < 0 ? "" : String.format(Locale.ROOT, " (%.1f MB)", total / 1e6);
      err.println("Downloading " + file + size);
    }
  }

  @Override
  public void close() {}
}
