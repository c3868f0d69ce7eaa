package dev.plenum.report.page;

import java.util.regex.Pattern;

/**
 * Texts within GitHub's Markdown that are shown as they are. Only what would mean something where it
 * stands is escaped, so that the Markdown can be read as well.
 */
public final class Markdown {
  /** Emphasis, code, links, tables, strikethrough, mentions, issues, HTML, entities, addresses. */
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*\\[\\]|~@#]"
      + "|<(?=[A-Za-z/!?])"
      + "|&(?=[A-Za-z#])"
      + "|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])"
      + "|:(?=//)"
      + "|(?<=[wW]{3})\\."
      + "|\\$(?!\\d)");
  /** What begins a list or a quotation. */
  private static final Pattern BEGINNING =
      Pattern.compile("^(\\s*(?:\\d+(?=[.)])|(?!\\d)))([-+.)](?=\\s|$)|>)");

  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private Markdown() {}

  /**
   * {@return a text on one line}
   *
   * @param text its line breaks become spaces
   */
  public static String text(String text) {
    String escaped = MARKUP.matcher(Printable.line(text.replace('\n', ' '))).replaceAll("\\\\$0");
    return BEGINNING.matcher(escaped).replaceFirst("$1\\\\$2");
  }

  /**
   * {@return code on one line, between more backticks than it has side by side}
   *
   * @param code its line breaks become visible, see {@link Printable#line}
   */
  public static String code(String code) {
    String line = Printable.line(code);
    int longest = BACKTICKS
        .matcher(line)
        .results()
        .mapToInt(run -> run.group().length())
        .max()
        .orElse(0);
    String fence = "`".repeat(longest + 1);
    String room = longest > 0 ? " " : "";
    return fence + room + line + room + fence;
  }
}
