package dev.plenum.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;

/** Compares a backend's numbers with the reference's. */
final class Closeness {
  private Closeness() {}

  /** Every element must be within {@code tolerance} times the largest magnitude expected. */
  static void assertClose(String what, double[] expected, double[] actual, double tolerance) {
    assertWithin(what, expected, actual, tolerance * largest(expected));
  }

  /** Every element must be within {@code allowed}. */
  static void assertWithin(String what, double[] expected, double[] actual, double allowed) {
    assertEquals(expected.length, actual.length, () -> what + ": the number of values");
    for (int i = 0; i < expected.length; i++) {
      int index = i;
      assertTrue(
          Math.abs(expected[i] - actual[i]) <= allowed,
          () -> String.format(
              Locale.ROOT,
              "%s, element %d: expected %s, found %s; they may differ by %s, and differ by %s",
              what,
              index,
              expected[index],
              actual[index],
              allowed,
              Math.abs(expected[index] - actual[index])));
    }
  }

  /** It must be within {@code tolerance} times itself, or times 1 if it is smaller. */
  static void assertLoss(String what, double expected, double actual, double tolerance) {
    assertEquals(expected, actual, tolerance * Math.max(1, Math.abs(expected)), what);
  }

  static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  static double[] toDoubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  static double[] difference(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }
}
