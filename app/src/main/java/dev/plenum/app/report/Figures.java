package dev.plenum.app.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as the report shows them, the same in text and HTML. */
public final class Figures {
  private static final int SHOWN_DIGITS = 12;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

  private Figures() {}

  /** A loss or an accuracy. */
  public static String score(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /** A difference with its sign. */
  public static String difference(double standardErrors) {
    String text = String.format(Locale.ROOT, "%+.1f", standardErrors);
    return text.equals("-0.0") || text.equals("+0.0") ? "0.0" : text;
  }

  /** A number of things, with commas between thousands. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** {@code 41.5 s}, {@code 12 min 5 s}, {@code 3 h 20 min}. */
  public static String duration(double seconds) {
    if (seconds < 59.95) { // what is not printed as 60.0
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? "%d min %d s".formatted(whole / 60, whole % 60)
        : "%s h %d min".formatted(count(whole / 3600), whole % 3600 / 60);
  }

  /** {@code 4 March 2026, 17:05 UTC}. */
  public static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  /** The first digits of a long digest. */
  public static String digest(String sha256) {
    return sha256.length() <= SHOWN_DIGITS ? sha256 : sha256.substring(0, SHOWN_DIGITS) + "…";
  }
}
