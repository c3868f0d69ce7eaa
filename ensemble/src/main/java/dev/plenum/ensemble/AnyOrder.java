package dev.plenum.ensemble;

import java.util.Arrays;

/** Sums that do not depend on the order of their terms. */
final class AnyOrder {
  private AnyOrder() {}

  /** The sum from the smallest to the largest; sorts the array. */
  static double sum(double[] terms) {
    Arrays.sort(terms);
    double sum = 0;
    for (double term : terms) {
      sum += term;
    }
    return sum;
  }
}
