package dev.plenum.datasets.internal.digits;

import dev.plenum.datasets.internal.digits.Stroke.Point;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Draws a smooth line through a stroke's points: a centripetal Catmull-Rom spline (Yuksel, Schaefer
 * and Keyser, "Parameterization and applications of Catmull-Rom curves", 2011), which neither loops
 * nor overshoots where points lie unevenly. At ends and corners it has no curvature, as a natural
 * spline.
 */
final class Spline {
  private static final int PIECES_PER_SPAN = 7;

  private final List<Point> points;
  /** The parameter's range over each span: the square root of its length. */
  private final double[] ranges;

  private Spline(List<Point> points) {
    this.points = points;
    this.ranges = new double[points.size() - 1];
    for (int span = 0; span < ranges.length; span++) {
      double dx = points.get(span + 1).x() - points.get(span).x();
      double dy = points.get(span + 1).y() - points.get(span).y();
      ranges[span] = Math.sqrt(Math.sqrt(dx * dx + dy * dy));
    }
  }

  static Trace through(Stroke stroke) {
    Spline spline = new Spline(stroke.points());
    return new Trace(spline.sample(Point::x), spline.sample(Point::y));
  }

  private double[] sample(ToDoubleFunction<Point> coordinate) {
    double[] values = points.stream().mapToDouble(coordinate).toArray();
    double[] samples = new double[ranges.length * PIECES_PER_SPAN + 1];
    for (int span = 0; span < ranges.length; span++) {
      double rise = values[span + 1] - values[span];
      boolean freeStart = isFree(span);
      boolean freeEnd = isFree(span + 1);
      double start = freeStart ? rise : slope(values, span) * ranges[span];
      double end = freeEnd ? rise : slope(values, span + 1) * ranges[span];
      if (freeStart) {
        start = 1.5 * rise - 0.5 * end;
      }
      if (freeEnd) {
        end = 1.5 * rise - 0.5 * start;
      }
      for (int piece = 0; piece < PIECES_PER_SPAN; piece++) {
        double t = (double) piece / PIECES_PER_SPAN;
        samples[span * PIECES_PER_SPAN + piece] = values[span] + hermite(rise, start, end, t);
      }
    }
    samples[samples.length - 1] = values[values.length - 1];
    return samples;
  }

  /** Whether nothing but the span itself says in which direction the line passes a point. */
  private boolean isFree(int point) {
    return point == 0 || point == ranges.length || points.get(point).corner();
  }

  /** The derivative at an inner point of the parabola through it and its neighbours. */
  private double slope(double[] values, int point) {
    double before = ranges[point - 1];
    double after = ranges[point];
    double arriving = (values[point] - values[point - 1]) / before;
    double leaving = (values[point + 1] - values[point]) / after;
    return (arriving * after + leaving * before) / (before + after);
  }

  /** The cubic that goes from 0 to {@code rise} over t in [0, 1] with these slopes at its ends. */
  private static double hermite(double rise, double start, double end, double t) {
    return t * (start + t * (3 * rise - 2 * start - end + t * (start + end - 2 * rise)));
  }
}
