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

  /**
   * {@return a line without points}
   *
   * @param ink its colour
   * @param dash its pattern
   */
  public static LineStyle line(Ink ink, Dash dash) {
    return new LineStyle(ink, Optional.of(dash), Dot.NONE, ink, USUAL);
  }

  /**
   * {@return a line for something that does not change, which hides less of what lies behind}
   *
   * @param ink its colour
   * @param dash its pattern
   */
  public static LineStyle level(Ink ink, Dash dash) {
    return new LineStyle(ink, Optional.of(dash), Dot.NONE, ink, THIN);
  }

  /**
   * {@return points without a line}
   *
   * @param ink their colour
   * @param dot their shape
   */
  public static LineStyle dots(Ink ink, Dot dot) {
    return new LineStyle(ink, Optional.empty(), dot, ink, USUAL);
  }

  /**
   * {@return this with points of the same colour}
   *
   * @param shape of its points
   */
  public LineStyle withDots(Dot shape) {
    return withDots(shape, ink);
  }

  /**
   * {@return this with points of another colour}
   *
   * @param shape of its points
   * @param colour of its points
   */
  public LineStyle withDots(Dot shape, Ink colour) {
    return new LineStyle(ink, dash, shape, colour, width);
  }
}
