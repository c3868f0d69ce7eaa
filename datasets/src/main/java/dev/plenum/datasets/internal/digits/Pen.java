package dev.plenum.datasets.internal.digits;

import java.util.List;

/** Draws traces with a pressure that changes along each stroke. */
final class Pen {
  private static final int PRESSURE_NODES = 5;

  private Pen() {}

  static void draw(List<Trace> traces, Rasteriser paper, Draws draws) {
    double radius = draws.between(Variation.RADIUS_MIN, Variation.RADIUS_MAX);
    for (Trace trace : traces) {
      draw(trace, radius * (1 + draws.within(Variation.STROKE_PRESSURE)), paper, draws);
    }
  }

  private static void draw(Trace trace, double radius, Rasteriser paper, Draws draws) {
    Wave pressure = new Wave(PRESSURE_NODES, 1, Variation.PRESSURE, draws);
    double lastRadius = radius * (1 + pressure.at(0, 0));
    for (int i = 1; i < trace.size(); i++) {
      double nextRadius = radius * (1 + pressure.at(i / (trace.size() - 1.0), 0));
      paper.draw(trace.x(i - 1), trace.y(i - 1), lastRadius, trace.x(i), trace.y(i), nextRadius);
      lastRadius = nextRadius;
    }
  }
}
