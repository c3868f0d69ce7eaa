package dev.plenum.report;

import java.awt.BasicStroke;
import java.util.List;

/** The patterns of lines, which tell them apart without colours too. */
public enum Dash {
  /** Without gaps. */
  SOLID,
  /** Long strokes. */
  DASHED,
  /** Short strokes. */
  DOTTED,
  /** Long and short strokes in turn. */
  DASH_DOTTED;

  private static final List<Dash> SERIES = List.of(values());

  /**
   * {@return the pattern of a series; after the last the first comes again}
   *
   * @param index of the series, counted from 0
   */
  public static Dash series(int index) {
    return SERIES.get(index % SERIES.size());
  }

  BasicStroke stroke(double width) {
    return switch (this) {
      case SOLID -> new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
      case DASHED -> dashed(width, 7, 4);
      case DOTTED -> dashed(width, 2, 4);
      case DASH_DOTTED -> dashed(width, 9, 3, 2, 3);
    };
  }

  private static BasicStroke dashed(double width, float... lengths) {
    return new BasicStroke(
        (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
  }
}
