package dev.plenum.app.progress;

import dev.plenum.datasets.DownloadProgress;
import java.io.PrintStream;
import java.util.Locale;

/** A bar for the file that is being downloaded, or a line for each. */
public final class Downloads implements DownloadProgress {
  private final PrintStream err;
  private final TerminalBar bar;
  private String current = "";

  Downloads(PrintStream err, TerminalBar bar) {
    this.err = err;
    this.bar = bar;
  }

  @Override
  public void update(String file, long bytes, long total) {
    boolean isNew = !file.equals(current);
    current = file;
    if (isNew || bytes == total) {
      bar.end();
    }
    if (isNew && !bar.hasTerminal()) {
      String size = total < 0 ? "" : String.format(Locale.ROOT, " (%.1f MB)", total / 1e6);
      err.println("Downloading " + file + size);
    }
    if (!bar.isOpen() && bytes != total) {
      bar.begin(file, total);
    }
    bar.stepTo(bytes);
  }

  /** Takes away what a download that did not end has left on the terminal. */
  @Override
  public void end() {
    bar.end();
  }
}
