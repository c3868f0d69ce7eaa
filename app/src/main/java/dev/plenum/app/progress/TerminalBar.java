package dev.plenum.app.progress;

import dev.plenum.app.host.Host;
import dev.plenum.report.page.Printable;
import dev.plenum.report.page.TerminalStream;
import java.io.PrintStream;
import java.util.OptionalInt;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The line of a terminal on which a bar is drawn again and again; where no terminal shows it, there is
 * none, and nothing is drawn. The library's own consumer would load native code to measure the terminal.
 */
final class TerminalBar implements ProgressBarConsumer {
  private static final int UPDATE_MILLIS = 200;
  private static final String TO_LINE_START = "\r";
  private static final String CLEAR_TO_LINE_END = "\u001b[K";

  private final PrintStream err;
  private final OptionalInt columns;
  private final BarRenderer renderer;
  private @Nullable ProgressBar bar;

  TerminalBar(PrintStream err, OptionalInt columns, BarRenderer renderer) {
    this.err = err;
    this.columns = columns;
    this.renderer = renderer;
  }

  static TerminalBar of(Host host, BarRenderer renderer) {
    return new TerminalBar(host.err(), host.columns(), renderer);
  }

  /** Whether a terminal shows it. */
  boolean hasTerminal() {
    return columns.isPresent();
  }

  /** Whether it is there now. */
  boolean isOpen() {
    return bar != null;
  }

  /** Draws it, to be taken away by {@link #end}. */
  void begin(String task, long max) {
    if (hasTerminal()) {
      bar = new ProgressBarBuilder()
          .setTaskName(task)
          .setInitialMax(max)
          .setUpdateIntervalMillis(UPDATE_MILLIS)
          .setRenderer(renderer)
          .setConsumer(this)
          .build();
    }
  }

  /** So much is done. */
  void stepTo(long done) {
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  /** What else is known. */
  void tell(String message) {
    if (bar != null) {
      bar.setExtraMessage(message);
    }
  }

  /** Draws it at once. */
  void refresh() {
    if (bar != null) {
      bar.refresh();
    }
  }

  /** Puts a line that stays above the bar. */
  void printAbove(String line) {
    synchronized (err) { // the bar draws from a thread of its own
      wipe();
      err.println(line);
    }
  }

  /** Takes it away and leaves an empty line; a bar that ends at once would not clear it by itself. */
  void end() {
    if (bar != null) {
      bar.close();
      bar = null;
      wipe();
    }
  }

  private void wipe() {
    TerminalStream.behind(err).print(TO_LINE_START + CLEAR_TO_LINE_END);
    err.flush();
  }

  @Override
  public int getMaxRenderedLength() {
    return columns.orElseThrow() - 1; // in the last column some terminals break the line
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
    wipe();
  }
}
