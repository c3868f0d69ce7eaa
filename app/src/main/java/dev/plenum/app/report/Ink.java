package dev.plenum.app.report;

import java.awt.Color;
import java.util.Locale;

/**
 * The colours of charts. A chart is drawn with a stand-in for each; in the page it becomes a variable
 * of the style sheet, which knows whether the page is light or dark.
 */
public final class Ink {
  /** How many series can be told apart. */
  public static final int SERIES = 6;

  /** Words and numbers. */
  public static final Color TEXT = new Color(1, 1, 1);

  /** Axes. */
  public static final Color AXIS = new Color(2, 2, 2);

  /** What must be seen on any other colour. */
  public static final Color STRONG = new Color(4, 4, 4);

  /** Lines behind the data. */
  public static final Color GRID = new Color(3, 3, 3);

  private static final int FIRST_SERIES = 11;

  private Ink() {}

  /** The colour of a series, counted from 0. */
  public static Color series(int index) {
    int grey = FIRST_SERIES + index % SERIES;
    return new Color(grey, grey, grey);
  }

  /** The same, half transparent, for what lies behind. */
  public static Color band(int index) {
    Color colour = series(index);
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 48);
  }

  /** Puts variables in the place of the stand-ins. */
  static String resolve(String svg) {
    String resolved = svg.replace(rgb(TEXT), "var(--quiet)")
        .replace(rgb(AXIS), "var(--axis)")
        .replace(rgb(STRONG), "var(--text)")
        .replace(rgb(GRID), "var(--line)");
    for (int i = 0; i < SERIES; i++) {
      resolved = resolved.replace(rgb(series(i)), "var(" + variable(i) + ")");
    }
    return resolved;
  }

  /** The style sheet's variable of a series, counted from 0. */
  static String variable(int index) {
    return "--series-" + (index % SERIES + 1);
  }

  private static String rgb(Color colour) {
    return String.format(
        Locale.ROOT, "rgb(%d,%d,%d)", colour.getRed(), colour.getGreen(), colour.getBlue());
  }
}
