package dev.plenum.report.page;

import dev.plenum.experiment.statistics.Sample;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as the report shows them, the same in text and HTML. */
public final class Figures {
  private static final int SCORE_DECIMALS = 4;
  private static final int SIGNIFICANT_DIGITS = 3;
  private static final double SMALLEST_PLAIN = 0.001;
  private static final int SHOWN_DIGITS = 12;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

  private Figures() {}

  /**
   * {@return a loss or an accuracy with four decimals}
   *
   * @param value a loss, or an accuracy from 0 to 1
   */
  public static String score(double value) {
    return fixed(value, SCORE_DECIMALS);
  }

  /**
   * {@return a difference with its sign}
   *
   * @param standardErrors the difference, given with one decimal; 0.0 has no sign
   */
  public static String difference(double standardErrors) {
    String text = String.format(Locale.ROOT, "%+.1f", standardErrors);
    return text.equals("-0.0") || text.equals("+0.0") ? "0.0" : text;
  }

  /**
   * {@return a number with three digits that count}
   *
   * @param value has two such digits where it is nearer to 0 than 0.001: {@code 1.2e-4}
   */
  public static String significant(double value) {
    if (value != 0 && Math.abs(value) < SMALLEST_PLAIN) {
      return String.format(Locale.ROOT, "%.1e", value).replace("e-0", "e-");
    }
    return fixed(value, decimals(value));
  }

  /**
   * {@return a mean with three digits that count, and the standard deviation if there are several values}
   *
   * @param sample the values
   */
  public static String withSpread(Sample sample) {
    return withSpread(sample, decimals(sample.mean()));
  }

  /**
   * {@return a mean score and the standard deviation if there are several values}
   *
   * @param sample the losses or accuracies
   */
  public static String scoreWithSpread(Sample sample) {
    return withSpread(sample, SCORE_DECIMALS);
  }

  private static String withSpread(Sample sample, int decimals) {
    String mean = fixed(sample.mean(), decimals);
    return sample.size() == 1 ? mean : mean + " ± " + fixed(sample.standardDeviation(), decimals);
  }

  /**
   * {@return {@code p = 0.043}, {@code p < 0.001}}
   *
   * @param value from 0 to 1
   */
  public static String pValue(double value) {
    return value < 0.001 ? "p < 0.001" : "p = " + fixed(value, 3);
  }

  /**
   * {@return megabytes of a million bytes}
   *
   * @param bytes how many they are
   */
  public static double megabytes(long bytes) {
    return bytes / 1e6;
  }

  private static int decimals(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return 0;
    }
    return Math.max(0, SIGNIFICANT_DIGITS - 1 - exponent(value));
  }

  /** Of the decimal notation: 2 for 123. */
  private static int exponent(double value) {
    BigDecimal decimal = new BigDecimal(value).round(new MathContext(SIGNIFICANT_DIGITS));
    return decimal.precision() - decimal.scale() - 1;
  }

  private static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /**
   * {@return a number of things, with commas between thousands}
   *
   * @param value how many they are
   */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /**
   * {@return {@code 41.5 s}, {@code 12 min 5 s}, {@code 3 h 20 min}}
   *
   * @param seconds at least 0
   */
  public static String duration(double seconds) {
    if (seconds < 59.95) { // what is not printed as 60.0
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d min %d s", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%s h %d min", count(whole / 3600), whole % 3600 / 60);
  }

  /**
   * {@return {@code 4 March 2026, 17:05 UTC}}
   *
   * @param instant is cut off to the minute
   */
  public static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  /**
   * {@return the first digits of a long digest}
   *
   * @param sha256 in hexadecimal digits; the first 12 are given
   */
  public static String digest(String sha256) {
    return sha256.length() <= SHOWN_DIGITS ? sha256 : sha256.substring(0, SHOWN_DIGITS) + "…";
  }
}
