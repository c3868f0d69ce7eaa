package dev.plenum.report.page;

import java.util.Arrays;

/** How many columns of a terminal a text takes: letters of East Asia take two, accents none. */
public final class Columns {
  /** The first and the last of those that take two, as Unicode's East_Asian_Width has them. */
  private static final int[][] WIDE = {
    {0x1100, 0x115f},
    {0x2e80, 0x303e},
    {0x3041, 0xa4cf},
    {0xac00, 0xd7a3},
    {0xf900, 0xfaff},
    {0xfe30, 0xfe6f},
    {0xff01, 0xff60},
    {0xffe0, 0xffe6},
    {0x1f300, 0x1faff},
    {0x20000, 0x3fffd}
  };

  private Columns() {}

  /**
   * {@return the columns of a text on one line}
   *
   * @param text without control characters, which would count as one column each
   */
  public static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  /**
   * {@return as much of the beginning of a text as these columns hold}
   *
   * @param text without control characters, which would count as one column each
   * @param columns how many it may take
   */
  public static String first(String text, int columns) {
    int taken = 0;
    int end = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      taken += of(c);
      if (taken > columns) {
        break;
      }
      end += Character.charCount(c);
    }
    return text.substring(0, end);
  }

  private static int of(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    return Arrays.stream(WIDE).anyMatch(range -> range[0] <= c && c <= range[1]);
  }
}
