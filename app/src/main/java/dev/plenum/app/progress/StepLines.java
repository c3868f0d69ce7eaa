package dev.plenum.app.progress;

import java.io.PrintStream;
import java.util.Locale;

/** A line when a part begins, its epochs, and a line when it has ended. */
final class StepLines implements Progress.Steps {
  private static final String EPOCH = "Epoch ";

  private final PrintStream err;
  private final int count;
  private int current;

  StepLines(PrintStream err, int count) {
    this.err = err;
    this.count = count;
  }

  @Override
  public void begin(String title) {
    current++;
    err.println(head(current, count) + title);
  }

  @Override
  public void detail(String line) {
    if (line.startsWith(EPOCH)) {
      err.println("  " + line);
    }
  }

  @Override
  public void end(String result) {
    err.println("  " + result);
  }

  /** {@code [2/9] }. */
  static String head(int current, int count) {
    return String.format(Locale.ROOT, "[%d/%d] ", current, count);
  }

  @Override
  public void close() {}
}
