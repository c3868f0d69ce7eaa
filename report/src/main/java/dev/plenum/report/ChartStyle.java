package dev.plenum.report;

import java.awt.Font;

/** What all charts have in common. Lengths are in pixels of a page that shows a chart as it is. */
final class ChartStyle {
  /** Small, so that letters can be read where a narrow screen makes the chart still smaller. */
  static final int WIDTH = 380;

  /** Without legend and title. */
  static final int HEIGHT = 256;

  static final int MARGIN = 8;
  static final int DOT = 8;
  static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  static final Font TITLE_FONT = new Font(Font.SANS_SERIF, Font.BOLD, 14);

  private ChartStyle() {}
}
