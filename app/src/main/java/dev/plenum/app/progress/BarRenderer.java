package dev.plenum.app.progress;

import dev.plenum.report.page.Columns;
import java.util.Locale;
import java.util.function.DoubleFunction;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * Draws {@code Epoch 2/5  62% ████████▌     31,000/50,000  4,812 images/s  0:04 left  loss 0.0812}:
 * what is done, how fast, how long it will take, and what else is known. The bar takes what room the
 * rest leaves.
 */
final class BarRenderer implements ProgressBarRenderer {
  /** Counts images. */
  static final BarRenderer IMAGES =
      new BarRenderer(images -> String.format(Locale.ROOT, "%,.0f", images), " images");

  /** Counts bytes. */
  static final BarRenderer BYTES =
      new BarRenderer(bytes -> String.format(Locale.ROOT, "%.1f", bytes / 1e6), " MB");

  /** Counts parts of a plan, which are too different for a speed. */
  static final BarRenderer STEPS =
      new BarRenderer(steps -> String.format(Locale.ROOT, "%,.0f", steps), "");

  private static final int WIDEST_BAR = 40;
  private static final int NARROWEST_BAR = 5;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private final DoubleFunction<String> amount;
  private final String unit;

  private BarRenderer(DoubleFunction<String> amount, String unit) {
    this.amount = amount;
    this.unit = unit;
  }

  @Override
  public String render(ProgressState state, int maxLength) {
    boolean isEndKnown = !state.isIndefinite();
    double share = isEndKnown ? Math.min(1, (double) state.getCurrent() / state.getMax()) : 0;
    String head = state.getTaskName()
        + (isEndKnown ? String.format(Locale.ROOT, " %3.0f%% ", Math.floor(100 * share)) : " ");
    String tail = tail(state, isEndKnown);
    int room = Math.min(WIDEST_BAR, maxLength - Columns.of(head) - Columns.of(tail));
    String line =
        isEndKnown && room >= NARROWEST_BAR ? head + bar(share, room) + tail : head + tail;
    return Columns.first(line, maxLength);
  }

  private String tail(ProgressState state, boolean isEndKnown) {
    double seconds = state.getElapsedAfterStart().toMillis() / 1000.0;
    double perSecond = seconds > 0 ? state.getCurrent() / seconds : 0;
    StringBuilder tail = new StringBuilder(" ");
    String done = amount.apply((double) state.getCurrent());
    if (isEndKnown) {
      String all = amount.apply((double) state.getMax());
      tail.append(
              " ".repeat(Math.max(0, all.length() - done.length()))) // so that the bar stands still
          .append(done)
          .append('/')
          .append(all);
    } else {
      tail.append(done);
    }
    if (perSecond > 0 && !unit.isEmpty()) {
      tail.append("  ").append(amount.apply(perSecond)).append(unit).append("/s");
    }
    if (isEndKnown && perSecond > 0) {
      long left = Math.round((state.getMax() - state.getCurrent()) / perSecond);
      tail.append("  ").append(time(left)).append(" left");
    }
    String more = state.getExtraMessage();
    return more == null || more.isEmpty() ? tail.toString() : tail + "  " + more;
  }

  private static String bar(double share, int width) {
    int eighths = (int) (share * width * 8);
    String full = "█".repeat(eighths / 8);
    String part = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
    return full + part + " ".repeat(width - full.length() - part.length());
  }

  private static String time(long seconds) {
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
