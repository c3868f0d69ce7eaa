package dev.plenum.datasets.internal.digits;

import java.util.List;

/** Changes a digit as a whole: bends, slants, turns, stretches it, then puts it into the image. */
final class Posture {
  private static final int WAVE_NODES = 4;

  private Posture() {}

  /** The traces, in glyph units, as they lie in an image, in pixels from its top left corner. */
  static List<Trace> pose(List<Trace> traces, Draws draws) {
    return place(lean(bend(traces, draws), draws), draws);
  }

  private static List<Trace> bend(List<Trace> traces, Draws draws) {
    Wave dx = new Wave(WAVE_NODES, WAVE_NODES, Variation.WAVE, draws);
    Wave dy = new Wave(WAVE_NODES, WAVE_NODES, Variation.WAVE, draws);
    return traces.stream()
        .map(trace -> trace.map((x, y) -> x + dx.at(x, y), (x, y) -> y + dy.at(x, y)))
        .toList();
  }

  private static List<Trace> lean(List<Trace> traces, Draws draws) {
    double width = 1 + draws.bell(Variation.WIDTH);
    double slant = Variation.SLANT_MEAN + draws.bell(Variation.SLANT);
    double angle = draws.bell(Variation.ROTATION);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    return traces.stream()
        .map(trace -> trace
            .map((x, y) -> width * x - slant * y, (x, y) -> y)
            .map((x, y) -> cos * x - sin * y, (x, y) -> sin * x + cos * y))
        .toList();
  }

  private static List<Trace> place(List<Trace> traces, Draws draws) {
    Extent extent = Extent.of(traces);
    double size = Variation.BOX * draws.between(Variation.SCALE_MIN, Variation.SCALE_MAX);
    double scale = size / Math.max(extent.width(), extent.height());
    double middle = DigitImage.SIZE / 2.0;
    double left = inside(
        middle + draws.within(Variation.SHIFT) - scale * (extent.massX() - extent.left()),
        scale * extent.width());
    double top = inside(
        middle + draws.within(Variation.SHIFT) - scale * (extent.massY() - extent.top()),
        scale * extent.height());
    return traces.stream()
        .map(trace -> trace.map(
            (x, y) -> left + scale * (x - extent.left()),
            (x, y) -> top + scale * (y - extent.top())))
        .toList();
  }

  /** The start nearest to the one given of something so long that keeps the margin on both sides. */
  private static double inside(double start, double length) {
    double latest = DigitImage.SIZE - Variation.MARGIN - length;
    return Math.max(Variation.MARGIN, Math.min(latest, start));
  }
}
