package dev.plenum.datasets.internal.digits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stroke of a template: the points that the pen passes, rounding all but the corners. Lengths are
 * in glyph units: a digit is about 1 high, y grows downwards.
 */
record Stroke(List<Point> points) {

  /** A point; at a corner the pen changes its direction at once. */
  record Point(double x, double y, boolean corner) {

    Point moved(double dx, double dy) {
      return new Point(x + dx, y + dy, corner);
    }

    /** The point beyond this one, away from another, by a share of their distance. */
    Point beyond(Point other, double share) {
      return moved(share * (x - other.x), share * (y - other.y));
    }
  }

  Stroke {
    points = List.copyOf(points);
  }

  /** Reads points in hundredths, {@code !} after a corner: {@code "10,26 34,2! 32,98"}. */
  static Stroke parse(String text) {
    return new Stroke(Arrays.stream(text.split(" ")).map(Stroke::parsePoint).toList());
  }

  private static Point parsePoint(String text) {
    boolean corner = text.endsWith("!");
    String[] numbers = text.replace("!", "").split(",", -1);
    return new Point(
        Integer.parseInt(numbers[0]) / 100.0, Integer.parseInt(numbers[1]) / 100.0, corner);
  }

  /** The stroke as one hand makes it once: points displaced, ends a little longer or shorter. */
  Stroke varied(Draws draws) {
    double shiftX = draws.bell(Variation.STROKE_SHIFT);
    double shiftY = draws.bell(Variation.STROKE_SHIFT);
    List<Point> varied = new ArrayList<>(points.size());
    for (Point point : points) {
      varied.add(point.moved(
          shiftX + draws.bell(Variation.CONTROL_POINT_JITTER),
          shiftY + draws.bell(Variation.CONTROL_POINT_JITTER)));
    }
    int last = varied.size() - 1;
    double startReach = draws.within(Variation.END_REACH);
    double endReach = draws.within(Variation.END_REACH);
    if (last > 1) { // a single span, such as a bar, keeps its length
      varied.set(0, varied.get(0).beyond(varied.get(1), startReach));
      varied.set(last, varied.get(last).beyond(varied.get(last - 1), endReach));
    }
    return new Stroke(varied);
  }
}
