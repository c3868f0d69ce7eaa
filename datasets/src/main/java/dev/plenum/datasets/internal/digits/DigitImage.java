package dev.plenum.datasets.internal.digits;

import dev.plenum.api.random.CounterRandom;
import java.util.List;

/** One generated image and what it shows. It follows from its random numbers alone. */
final class DigitImage {
  /** Width and height in pixels. */
  static final int SIZE = 28;

  private final int digit;
  private final float[] ink;

  private DigitImage(int digit, float[] ink) {
    this.digit = digit;
    this.ink = ink;
  }

  static DigitImage draw(Glyphs glyphs, CounterRandom random) {
    Draws draws = new Draws(random);
    int digit = draws.below(Glyphs.DIGITS);
    return draw(glyphs.choose(digit, draws), draws);
  }

  /** A digit written in this way. */
  static DigitImage draw(Glyph glyph, Draws draws) {
    List<Trace> written = glyph.strokes().stream()
        .map(stroke -> Spline.through(stroke.varied(draws)))
        .toList();
    List<Trace> traces = Posture.pose(written, draws);
    double edge = draws.between(Variation.EDGE_MIN, Variation.EDGE_MAX);
    Rasteriser paper = new Rasteriser(SIZE, edge);
    Pen.draw(traces, paper, draws);
    return new DigitImage(glyph.digit(), new Wear(SIZE, draws).wear(paper.ink(), traces));
  }

  /** What it shows, 0 … 9. */
  int digit() {
    return digit;
  }

  /** Writes the pixels in row order, white on black, from {@code offset} on. */
  void copyTo(byte[] pixels, int offset) {
    for (int i = 0; i < ink.length; i++) {
      pixels[offset + i] = (byte) Math.round(255 * ink[i]);
    }
  }
}
