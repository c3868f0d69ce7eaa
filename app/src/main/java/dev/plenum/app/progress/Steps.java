package dev.plenum.app.progress;

import dev.plenum.report.page.Printable;
import java.io.PrintStream;
import java.util.Locale;

/**
 * The parts of a long plan, one after the other: a bar for the whole plan and above it a line for each
 * part that has ended; or a line when a part begins, its epochs, and a line when it has ended.
 */
public final class Steps implements AutoCloseable {
  private static final String EPOCH = "Epoch ";

  private final PrintStream err;
  private final TerminalBar bar;
  private final int count;
  private String title = "";
  private int current;

  Steps(PrintStream err, TerminalBar bar, int count) {
    this.err = err;
    this.bar = bar;
    this.count = count;
    bar.begin("All", count);
  }

  /** A part begins. */
  public void begin(String part) {
    title = Printable.line(part); // before its length counts
    current++;
    bar.tell(title);
    if (!bar.hasTerminal()) {
      err.println(head() + title);
    }
  }

  /** What the part prints while it runs. */
  public void detail(String line) {
    if (line.startsWith(EPOCH) && bar.hasTerminal()) {
      bar.tell(title + ", " + line.substring(0, Math.max(0, line.indexOf(':'))));
    } else if (line.startsWith(EPOCH)) {
      err.println("  " + line);
    }
  }

  /** It has ended, with this result. */
  public void end(String result) {
    if (bar.hasTerminal()) {
      bar.printAbove(head() + title + ": " + result);
      bar.stepTo(current);
    } else {
      err.println("  " + result);
    }
  }

  /** {@code [2/9] }. */
  private String head() {
    return String.format(Locale.ROOT, "[%d/%d] ", current, count);
  }

  /** Takes away what a part that did not end has left on the terminal. */
  @Override
  public void close() {
    bar.end();
  }
}
