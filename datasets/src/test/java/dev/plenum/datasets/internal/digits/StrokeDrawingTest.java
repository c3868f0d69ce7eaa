package dev.plenum.datasets.internal.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.datasets.internal.digits.Stroke.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a stroke's text to ink on an image. */
class StrokeDrawingTest {

  @Test
  void aStrokeIsReadFromItsText() {
    assertEquals(
        List.of(new Point(0.12, 0.26, false), new Point(0.34, 0.02, true)),
        Stroke.parse("12,26 34,2!").points());
  }

  @Test
  void theSplinePassesThroughEveryPointInTurn() {
    Stroke stroke = Stroke.parse("10,5 60,30! 20,70 50,99");
    Trace trace = Spline.through(stroke);
    int span = (trace.size() - 1) / 3;
    for (int i = 0; i < 4; i++) {
      assertEquals(stroke.points().get(i).x(), trace.x(i * span), 1e-12);
      assertEquals(stroke.points().get(i).y(), trace.y(i * span), 1e-12);
    }
  }

  @Test
  void betweenCornersTheSplineIsStraight() {
    Trace trace = Spline.through(Stroke.parse("0,0 30,60! 60,0! 60,90"));
    for (int i = 0; i < trace.size(); i++) {
      double onFirst = trace.y(i) - 2 * trace.x(i);
      double onSecond = trace.y(i) - (1.2 - 2 * trace.x(i));
      double onThird = trace.x(i) - 0.6;
      double nearest = Math.min(Math.abs(onFirst), Math.min(Math.abs(onSecond), Math.abs(onThird)));
      assertEquals(0, nearest, 1e-12);
    }
  }

  @Test
  void aSmoothPointIsRoundedAndACornerIsNot() {
    assertTrue(sharpestTurn("0,50 30,0 60,50") > 0.5, "rounded");
    assertTrue(sharpestTurn("0,50 30,0! 60,50") < 0, "corner");
  }

  /** The least cosine of the angle between two neighbouring pieces. */
  private static double sharpestTurn(String stroke) {
    Trace trace = Spline.through(Stroke.parse(stroke));
    double least = 1;
    for (int i = 1; i + 1 < trace.size(); i++) {
      double ax = trace.x(i) - trace.x(i - 1);
      double ay = trace.y(i) - trace.y(i - 1);
      double bx = trace.x(i + 1) - trace.x(i);
      double by = trace.y(i + 1) - trace.y(i);
      double lengths = Math.sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
      least = Math.min(least, (ax * bx + ay * by) / lengths);
    }
    return least;
  }

  @Test
  void inkFallsFromFullToNoneOverTheSoftEdge() {
    Rasteriser paper = new Rasteriser(9, 2);
    paper.draw(4.5, 4.5, 2, 4.5, 4.5, 2);
    float[] ink = paper.ink();
    assertEquals(1, ink[4 * 9 + 4]);
    assertEquals(1, ink[4 * 9 + 5]);
    assertEquals(0.5f, ink[4 * 9 + 6], 1e-6f);
    assertEquals(0, ink[4 * 9 + 7]);
  }

  @Test
  void lineEndsBeyondTheImageAreCutOff() {
    Rasteriser paper = new Rasteriser(5, 1);
    paper.draw(-20, 2.5, 0.8, 20, 2.5, 0.8);
    paper.draw(30, 30, 1, 40, 40, 1);
    for (int column = 0; column < 5; column++) {
      assertEquals(1, paper.ink()[2 * 5 + column]);
      assertEquals(0, paper.ink()[column]);
    }
  }

  @Test
  void bellShapedNumbersHaveTheirMeanDeviationAndBound() {
    Draws draws = new Draws(CounterRandom.of(Purpose.GENERATION, Seed.seed(1)));
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 20_000; i++) {
      double number = draws.bell(2);
      assertTrue(Math.abs(number) < 7, "found " + number);
      sum += number;
      squares += number * number;
    }
    assertEquals(0, sum / 20_000, 0.05);
    assertEquals(2, Math.sqrt(squares / 20_000), 0.05);
  }

  @Test
  void aWaveIsSmooth() {
    Wave wave = new Wave(4, 3, 1, new Draws(CounterRandom.of(Purpose.GENERATION, Seed.seed(2))));
    for (int i = 0; i < 1000; i++) {
      double step = Math.abs(wave.at(i / 1000.0, 0.4) - wave.at((i + 1) / 1000.0, 0.4));
      assertTrue(step < 0.04, "jumps by " + step);
    }
    assertEquals(wave.at(1, 1), wave.at(3, 2), "beyond the lattice it keeps its value");
  }
}
