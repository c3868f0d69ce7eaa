package dev.plenum.report;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Texts that must fit. */
final class Labels {
  private static final int REPLACEMENT = 0xfffd;

  private Labels() {}

  /** Without a picture there is nothing to ask for a font's sizes. */
  static FontMetrics metrics(Font font) {
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      return graphics.getFontMetrics(font);
    } finally {
      graphics.dispose();
    }
  }

  /** What has no place in a document, such as control characters, becomes a replacement character. */
  static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(isVisible(c) ? c : REPLACEMENT));
    return out.toString();
  }

  private static boolean isVisible(int c) {
    int type = Character.getType(c);
    boolean isNonCharacter = (c & 0xfffe) == 0xfffe;
    return type != Character.CONTROL && type != Character.SURROGATE && !isNonCharacter;
  }

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

  /** The text in lines that fit; a word that does not fit is shortened. */
  static List<String> wrap(String text, FontMetrics metrics, int width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && metrics.stringWidth(longer) > width) {
        lines.add(shorten(line, metrics, width));
        longer = word;
      }
      line = longer;
    }
    lines.add(shorten(line, metrics, width));
    return lines;
  }
}
