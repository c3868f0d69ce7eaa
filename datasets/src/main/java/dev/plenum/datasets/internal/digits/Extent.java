package dev.plenum.datasets.internal.digits;

import java.util.List;

/** The smallest box around some traces, and the centre of mass of their lines. */
record Extent(double left, double top, double right, double bottom, double massX, double massY) {

  static Extent of(List<Trace> traces) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    double sumX = 0;
    double sumY = 0;
    double length = 0;
    for (Trace trace : traces) {
      for (int i = 0; i < trace.size(); i++) {
        left = Math.min(left, trace.x(i));
        right = Math.max(right, trace.x(i));
        top = Math.min(top, trace.y(i));
        bottom = Math.max(bottom, trace.y(i));
      }
      for (int i = 1; i < trace.size(); i++) {
        double dx = trace.x(i) - trace.x(i - 1);
        double dy = trace.y(i) - trace.y(i - 1);
        double piece = Math.sqrt(dx * dx + dy * dy);
        sumX += piece * (trace.x(i) + trace.x(i - 1)) / 2;
        sumY += piece * (trace.y(i) + trace.y(i - 1)) / 2;
        length += piece;
      }
    }
    return new Extent(left, top, right, bottom, sumX / length, sumY / length);
  }

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }
}
