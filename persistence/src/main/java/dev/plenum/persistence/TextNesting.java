package dev.plenum.persistence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Walks over a document in JSON, or in JSON as people write it (HOCON), before it is parsed, because
 * parsers call themselves for every level, and resolve references by calling themselves for every one.
 * A dot in a key is a level too.
 */
public final class TextNesting {
  private static final int DEEPEST = 50;
  private static final String TRIPLE_QUOTE = "\"\"\"";

  private final String text;
  private final String shownAs;
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int at;
  private int line = 1;
  private int depth;
  private int dots;
  /** The most in an earlier line: a key and its value may stand in two. */
  private int dotsAbove;

  private TextNesting(String text, String shownAs) {
    this.text = text;
    this.shownAs = shownAs;
  }

  /**
   * Checks a document.
   *
   * @param text the document, in JSON or HOCON
   * @param shownAs how messages name it
   * @throws IllegalArgumentException if it is nested more than 50 levels deep, or refers to another
   *     value; the message has the line, counted from 1
   */
  public static void check(String text, String shownAs) {
    new TextNesting(text, shownAs).check();
  }

  private void check() {
    while (at < text.length()) {
      if (text.startsWith(TRIPLE_QUOTE, at)) {
        skipTripleQuoted();
      } else if (text.charAt(at) == '"') {
        skipString();
      } else if (text.charAt(at) == '#' || text.startsWith("//", at)) {
        skipTo(text.indexOf('\n', at));
      } else {
        step(text.charAt(at));
      }
    }
  }

  private void step(char c) {
    switch (c) {
      case '{', '[' -> {
        outer.push(depth);
        depth += Math.max(dots, dotsAbove) + 1;
        forgetDots();
      }
      case '}', ']' -> {
        depth = outer.isEmpty() ? 0 : outer.pop();
        forgetDots();
      }
      case '.' -> dots++;
      case ',' -> forgetDots();
      case '$' -> requireNoReference();
      case '\n' -> {
        dotsAbove = Math.max(dots, dotsAbove);
        dots = 0;
        line++;
      }
      default -> {}
    }
    if (depth + dots > DEEPEST) {
      throw refusal(
          String.format(Locale.ROOT, "it is nested more than %d levels deep here", DEEPEST));
    }
    at++;
  }

  private void forgetDots() {
    dots = 0;
    dotsAbove = 0;
  }

  private void requireNoReference() {
    if (text.startsWith("${", at)) {
      throw refusal("${…} refers to another value, which is not looked up; write the value itself");
    }
  }

  /** A quote that is not closed is left to the parser. */
  private void skipString() {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    skipTo(end + 1);
  }

  private void skipTripleQuoted() {
    int end = text.indexOf(TRIPLE_QUOTE, at + TRIPLE_QUOTE.length());
    if (end >= 0) {
      end += TRIPLE_QUOTE.length();
      while (end < text.length() && text.charAt(end) == '"') {
        end++; // quotes just before the closing ones are a part of the text
      }
    }
    skipTo(end);
  }

  /** A negative place is the end. */
  private void skipTo(int place) {
    int end = place < 0 ? text.length() : Math.min(place, text.length());
    line += (int) text.substring(at, end).chars().filter(c -> c == '\n').count();
    at = end;
  }

  private IllegalArgumentException refusal(String problem) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "%s:%d: %s", shownAs, line, problem));
  }
}
