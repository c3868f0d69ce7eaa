package dev.plenum.app.progress;

import dev.plenum.report.page.Printable;
import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;

/** A bar for the whole plan, above it a line for each part that has ended. */
final class StepBars implements Progress.Steps {
  private static final String EPOCH = "Epoch ";

  private final PrintStream err;
  private final int count;
  private final ProgressBar bar;
  private String title = "";
  private int current;

  StepBars(PrintStream err, int columns, int count) {
    this.err = err;
    this.count = count;
    this.bar = TerminalLine.bar(err, columns, "All", count, BarRenderer.STEPS);
  }

  @Override
  public void begin(String title) {
    this.title = Printable.line(title); // before its length counts
    current++;
    bar.setExtraMessage(this.title);
  }

  @Override
  public void detail(String line) {
    if (line.startsWith(EPOCH)) {
      bar.setExtraMessage(title + ", " + line.substring(0, Math.max(0, line.indexOf(':'))));
    }
  }

  @Override
  public void end(String result) {
    TerminalLine.printAbove(err, StepLines.head(current, count) + title + ": " + result);
    bar.stepTo(current);
  }

  @Override
  public void close() {
    TerminalLine.finish(bar, err);
  }
}
