package dev.plenum.app.progress;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** A bar for the file that is being downloaded. */
final class DownloadBars implements Progress.Downloads {
  private final PrintStream err;
  private final int columns;
  private String file = "";
  private @Nullable ProgressBar bar;

  DownloadBars(PrintStream err, int columns) {
    this.err = err;
    this.columns = columns;
  }

  @Override
  public void update(String file, long bytes, long total) {
    if (!file.equals(this.file) || bytes == total) {
      close();
    }
    this.file = file;
    if (bar == null && bytes != total) {
      bar = TerminalLine.bar(err, columns, file, total, BarRenderer.BYTES);
    }
    if (bar != null) {
      bar.stepTo(bytes);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      TerminalLine.finish(bar, err);
      bar = null;
    }
  }
}
