package dev.plenum.report;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Texts that must fit. */
final class Labels {
  private static final int REPLACEMENT = 0xfffd;

  private static final Set<Integer> INVISIBLE = Set.of(
      (int) Character.CONTROL, (int) Character.SURROGATE, (int) Character.LINE_SEPARATOR, (int)
          Character.PARAGRAPH_SEPARATOR);

  private static final Set<Byte> ORDER = Set.of(
      Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
      Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
      Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
      Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
      Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
      Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
      Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
      Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
      Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE);

  /** Invisible letters of one direction: LRM, RLM, ALM. */
  private static final Set<Integer> MARKS = Set.of(0x200e, 0x200f, 0x61c);

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

  /**
   * The text with a replacement character for whatever does something else than be seen, such as
   * control characters and marks that turn around the order of letters.
   */
  static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(isVisible(c) ? c : REPLACEMENT));
    return out.toString();
  }

  private static boolean isVisible(int c) {
    boolean isNonCharacter = (c & 0xfffe) == 0xfffe;
    return !isNonCharacter
        && !INVISIBLE.contains(Character.getType(c))
        && !ORDER.contains(Character.getDirectionality(c))
        && !MARKS.contains(c);
  }

  /** The text, or as much of its beginning as fits, and then three dots. */
  static String shorten(String text, FontMetrics metrics, int width) {
    if (metrics.stringWidth(text) <= width) {
      return text;
    }
    int length = withoutLast(text, text.length());
    while (length > 1 && metrics.stringWidth(text.substring(0, length) + "…") > width) {
      length = withoutLast(text, length);
    }
    return text.substring(0, length) + "…";
  }

  /** Half a surrogate pair is no letter, and no document may have one. */
  private static int withoutLast(String text, int length) {
    return length == 0 ? 0 : text.offsetByCodePoints(length, -1);
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
