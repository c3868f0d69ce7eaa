package dev.plenum.report.page;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Texts with everything to be seen that would do something else than be seen: control characters,
 * which command a terminal, and marks that turn around the order in which letters are shown. Each is
 * written as Java and JSON write it.
 */
public final class Printable {
  private Printable() {}

  /**
   * {@return a text that takes one line, whatever it holds}
   *
   * @param text its line breaks and tabs become visible, too
   */
  public static String line(String text) {
    return escaped(text, Printable::isActive);
  }

  /**
   * {@return a text that may take several lines, and have tabs}
   *
   * @param text its line feeds and tabs stay as they are
   */
  public static String lines(String text) {
    return escaped(text, c -> isActive(c) && c != '\n' && c != '\t');
  }

  /**
   * {@return whether a character does something else than be seen; half a surrogate pair counts too}
   *
   * @param c a code point
   */
  public static boolean isActive(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> true;
      case Character.FORMAT -> isDirection(c);
      default -> false;
    };
  }

  private static boolean isDirection(int c) {
    return c == 0x61c
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static String escaped(String text, IntPredicate isEscaped) {
    if (text.codePoints().noneMatch(isEscaped)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> out.append(isEscaped.test(c) ? escape(c) : Character.toString(c)));
    return out.toString();
  }

  private static String escape(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format(Locale.ROOT, "\\u%04x", c);
    };
  }
}
