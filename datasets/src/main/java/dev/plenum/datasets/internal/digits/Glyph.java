package dev.plenum.datasets.internal.digits;

import java.util.Arrays;
import java.util.List;

/**
 * One way of writing a digit.
 *
 * @param digit 0 … 9
 * @param frequency how often people write the digit so, against its other glyphs
 * @param strokes in the order of writing
 */
record Glyph(int digit, int frequency, List<Stroke> strokes) {

  Glyph {
    strokes = List.copyOf(strokes);
  }

  static Glyph of(int digit, int frequency, String... strokes) {
    return new Glyph(digit, frequency, Arrays.stream(strokes).map(Stroke::parse).toList());
  }
}
