package dev.plenum.api.callback;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as text: the fewest digits that give the number back, written as Python does, {@code 0.0005}
 * and {@code 1e-05}. The same on every JVM, which {@link Double#toString} is not before JDK 19.
 */
final class Digits {
  /** With 17 significant digits every double comes back. */
  private static final int MOST = 17;

  private Digits() {}

  static String of(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal shortest = shortest(value);
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent < -4 || exponent >= 16) {
      return scientific(shortest, exponent);
    }
    return shortest.toPlainString() + (shortest.scale() > 0 ? "" : ".0");
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MOST; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return rounded;
      }
    }
    return exact.round(new MathContext(MOST, RoundingMode.HALF_EVEN));
  }

  private static String scientific(BigDecimal value, int exponent) {
    StringBuilder text = new StringBuilder(value.unscaledValue().abs().toString());
    if (text.length() > 1) {
      text.insert(1, '.');
    }
    if (value.signum() < 0) {
      text.insert(0, '-');
    }
    text.append(exponent < 0 ? "e-" : "e+");
    return text.append(Math.abs(exponent) < 10 ? "0" : "")
        .append(Math.abs(exponent))
        .toString();
  }
}
