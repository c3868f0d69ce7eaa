package dev.plenum.api.callback;

import java.util.Locale;

/** The ranges of the parameters of callbacks and schedules. */
final class CallbackParameter {
  private CallbackParameter() {}

  static void notNegative(String owner, String what, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s: %s must be at least 0, found %d", owner, what, value));
    }
  }

  static void finiteAndNotNegative(String owner, String what, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s: %s must be at least 0 and finite, found %s".formatted(owner, what, value));
    }
  }

  static void positive(String owner, String what, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s: %s must be greater than 0 and finite, found %s".formatted(owner, what, value));
    }
  }

  static void betweenZeroAndOne(String owner, String what, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(
          "%s: %s must be greater than 0 and less than 1, found %s".formatted(owner, what, value));
    }
  }
}
