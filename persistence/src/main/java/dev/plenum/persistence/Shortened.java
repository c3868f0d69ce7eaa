package dev.plenum.persistence;

/** Texts from files as messages have them: nobody reads a thousand words. */
final class Shortened {
  private static final int LONGEST_MESSAGE = 1000;

  private Shortened() {}

  /** At most so many characters, and then a mark that there were more. */
  static String to(int length, String text) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }

  /** What is wrong, with whatever it quotes. */
  static String problem(String text) {
    return to(LONGEST_MESSAGE, text);
  }
}
