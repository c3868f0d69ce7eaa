package dev.plenum.report.comparison;

/**
 * A sentence of the verdict.
 *
 * @param headline what matters
 * @param detail more about it, perhaps nothing
 */
record Finding(String headline, String detail) {

  /** One without details. */
  static Finding of(String headline) {
    return new Finding(headline, "");
  }
}
