package dev.plenum.report;

import java.util.Optional;

/**
 * How a line is drawn.
 *
 * @param ink its colour
 * @param dash its pattern; empty for points alone
 * @param dot the shape of its points
 * @param dotInk the colour of its points
 * @param width in pixels
 */
public record LineStyle(Ink ink, Optional<Dash> dash, Dot dot, Ink dotInk, double width) {
  private static final double USUAL = 2.2;
  private static final double THIN = 1.4;

  /** A line without points. */
  public static LineStyle line(Ink ink, Dash dash) {
    return new LineStyle(ink, Optional.of(dash), Dot.NONE, ink, USUAL);
  }

  /** A line for something that does not change, which hides less of what lies behind. */
  public static LineStyle level(Ink ink, Dash dash) {
    return new LineStyle(ink, Optional.of(dash), Dot.NONE, ink, THIN);
  }

  /** Points without a line. */
  public static LineStyle dots(Ink ink, Dot dot) {
    return new LineStyle(ink, Optional.empty(), dot, ink, USUAL);
  }

  /** This with points of the same colour. */
  public LineStyle withDots(Dot shape) {
    return withDots(shape, ink);
  }

  /** This with points of another colour. */
  public LineStyle withDots(Dot shape, Ink colour) {
    return new LineStyle(ink, dash, shape, colour, width);
  }
}
