package dev.plenum.report;

/**
 * A line of a legend.
 *
 * @param style what is explained
 * @param text what it means
 */
public record LegendEntry(LineStyle style, String text) {
  /**
   * Control characters of the text become visible.
   *
   * @param style what is explained
   * @param text what it means
   */
  public LegendEntry {
    text = Labels.visible(text);
  }
}
