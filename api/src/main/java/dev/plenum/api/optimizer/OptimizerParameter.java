package dev.plenum.api.optimizer;

/** The ranges of the optimizers' parameters. */
final class OptimizerParameter {
  private OptimizerParameter() {}

  static void positive(String optimizer, String what, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s: %s must be greater than 0 and finite, found %s".formatted(optimizer, what, value));
    }
  }

  static void fraction(String optimizer, String what, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(
          "%s: %s must be at least 0 and less than 1, found %s".formatted(optimizer, what, value));
    }
  }
}
