package dev.plenum.datasets.internal.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GlyphsTest {

  @Test
  void everyDigitIsWrittenInSeveralVisiblyDifferentWays() {
    for (int digit = 0; digit < Glyphs.DIGITS; digit++) {
      List<Glyph> glyphs = of(digit);
      assertTrue(glyphs.size() >= 3, digit + " has " + glyphs.size() + " glyphs");
      for (Glyph one : glyphs) {
        for (Glyph other : glyphs) {
          double difference = one.equals(other) ? 1 : difference(clean(one), clean(other));
          assertTrue(difference > 0.15, digit + ": two glyphs differ by only " + difference);
        }
      }
    }
  }

  /** The share of the ink of both that is not common to both. */
  private static double difference(float[] one, float[] other) {
    double common = 0;
    double all = 0;
    for (int i = 0; i < one.length; i++) {
      common += Math.min(one[i], other[i]);
      all += Math.max(one[i], other[i]);
    }
    return 1 - common / all;
  }

  /** The glyph as it is designed, in the middle of an image. */
  private static float[] clean(Glyph glyph) {
    Rasteriser paper = new Rasteriser(DigitImage.SIZE, 1);
    for (Stroke stroke : glyph.strokes()) {
      Trace trace = Spline.through(stroke).map((x, y) -> 7 + 20 * x, (x, y) -> 4 + 20 * y);
      for (int i = 1; i < trace.size(); i++) {
        paper.draw(trace.x(i - 1), trace.y(i - 1), 1, trace.x(i), trace.y(i), 1);
      }
    }
    return paper.ink();
  }

  @Test
  void everyGlyphFillsTheUnitHeight() {
    for (Glyph glyph : Glyphs.all()) {
      Extent extent = Extent.of(glyph.strokes().stream().map(Spline::through).toList());
      assertTrue(extent.top() > -0.02 && extent.bottom() < 1.02, glyph + ": " + extent);
      assertTrue(extent.height() > 0.9 && extent.width() < 0.75, glyph + ": " + extent);
    }
  }

  @Test
  void everyGlyphOfADigitIsChosenSoonerOrLaterAndNoOther() {
    Glyphs glyphs = new Glyphs();
    Draws draws = new Draws(CounterRandom.of(Purpose.GENERATION, Seed.seed(3)));
    for (int digit = 0; digit < Glyphs.DIGITS; digit++) {
      Set<Glyph> chosen = new HashSet<>();
      for (int i = 0; i < 200; i++) {
        chosen.add(glyphs.choose(digit, draws));
      }
      assertEquals(Set.copyOf(of(digit)), chosen);
    }
  }

  private static List<Glyph> of(int digit) {
    return Glyphs.all().stream().filter(glyph -> glyph.digit() == digit).toList();
  }
}
