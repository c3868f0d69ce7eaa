package dev.plenum.app.reproduce;

import java.util.Locale;

/** Numbers as the report shows them, the same in text and HTML. */
final class Figures {
  private Figures() {}

  /** A loss or an accuracy. */
  static String score(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /** A difference with its sign. */
  static String difference(double standardErrors) {
    String text = String.format(Locale.ROOT, "%+.1f", standardErrors);
    return text.equals("-0.0") || text.equals("+0.0") ? "0.0" : text;
  }

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** {@code 41.5 s}, {@code 12 min 5 s}, {@code 3 h 20 min}. */
  static String duration(double seconds) {
    if (seconds < 59.95) { // what is not printed as 60.0
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? "%d min %d s".formatted(whole / 60, whole % 60)
        : "%s h %d min".formatted(count(whole / 3600), whole % 3600 / 60);
  }
}
