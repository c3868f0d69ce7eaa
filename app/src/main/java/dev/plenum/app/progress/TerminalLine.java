package dev.plenum.app.progress;

import dev.plenum.app.text.TerminalStream;
import dev.plenum.report.page.Printable;
import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarRenderer;

/**
 * The line of a terminal on which a bar is drawn again and again. The library's own consumer would
 * load native code to measure the terminal.
 */
final class TerminalLine implements ProgressBarConsumer {
  private static final int UPDATE_MILLIS = 200;
  private static final String TO_LINE_START = "\r";
  private static final String CLEAR_TO_LINE_END = "\u001b[K";

  private final PrintStream err;
  private final int columns;

  private TerminalLine(PrintStream err, int columns) {
    this.err = err;
    this.columns = columns;
  }

  /** A bar, to be ended by {@link #finish}. */
  static ProgressBar bar(
      PrintStream err, int columns, String task, long max, ProgressBarRenderer renderer) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(max)
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        .setRenderer(renderer)
        .setConsumer(new TerminalLine(err, columns))
        .build();
  }

  /** Ends a bar and leaves an empty line; a bar that ends at once would not clear it by itself. */
  static void finish(ProgressBar bar, PrintStream err) {
    bar.close();
    clear(err);
  }

  /** Puts a line that stays above a bar that goes on. */
  static void printAbove(PrintStream err, String line) {
    synchronized (err) { // the bar draws from a thread of its own
      clear(err);
      err.println(line);
    }
  }

  private static void clear(PrintStream err) {
    TerminalStream.behind(err).print(TO_LINE_START + CLEAR_TO_LINE_END);
    err.flush();
  }

  @Override
  public int getMaxRenderedLength() {
    return columns - 1; // in the last column some terminals break the line
  }

  @Override
  public void accept(String rendered) {
    synchronized (err) {
      TerminalStream.behind(err)
          .print(TO_LINE_START + Printable.line(rendered) + CLEAR_TO_LINE_END);
      err.flush();
    }
  }

  @Override
  public void close() {
    clear(err);
  }
}
