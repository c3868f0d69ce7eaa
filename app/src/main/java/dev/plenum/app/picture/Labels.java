package dev.plenum.app.picture;

import java.awt.FontMetrics;

/** Texts that must fit. */
final class Labels {
  private Labels() {}

  /** The text, or as much of its beginning as fits, and then three dots. */
  static String shorten(String text, FontMetrics metrics, int width) {
    if (metrics.stringWidth(text) <= width) {
      return text;
    }
    int length = text.length() - 1;
    while (length > 1 && metrics.stringWidth(text.substring(0, length) + "…") > width) {
      length--;
    }
    return text.substring(0, length) + "…";
  }
}
