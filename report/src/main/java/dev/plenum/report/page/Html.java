package dev.plenum.report.page;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A piece of HTML. Texts and attributes are escaped, and what is opened is closed, so that it is
 * well-formed XML as well.
 */
public final class Html {
  private static final Set<String> VOID_ELEMENTS = Set.of("img", "meta");

  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  /**
   * {@return a text}
   *
   * @param text is escaped
   */
  public static Html text(String text) {
    return new Html(escape(text));
  }

  /**
   * {@return several pieces, one after the other}
   *
   * @param pieces may be none
   */
  public static Html all(List<Html> pieces) {
    return new Html(pieces.stream().map(Html::toString).collect(Collectors.joining()));
  }

  /**
   * {@return a style sheet, which HTML does not escape}
   *
   * @param css must do without the characters of markup, {@code <} and {@code &}
   * @throws IllegalArgumentException if it does not
   */
  public static Html style(String css) {
    if (css.contains("<") || css.contains("&")) {
      throw new IllegalArgumentException("a style sheet with < or & could end its element early");
    }
    return new Html("<style>\n" + css + "</style>");
  }

  /** A picture as SVG, well-formed and from a trusted source: only this is not escaped. */
  static Html svg(String markup) {
    if (!markup.startsWith("<svg ") || !markup.endsWith("</svg>")) {
      throw new IllegalArgumentException("one element <svg> was expected");
    }
    return new Html(markup);
  }

  /**
   * {@return an element with a text}
   *
   * @param name such as {@code td}; is not escaped
   * @param text is escaped
   */
  public static Html element(String name, String text) {
    return tag(name).with(text(text));
  }

  /**
   * {@return an element with other pieces}
   *
   * @param name such as {@code td}; is not escaped
   * @param children what is in it, in this order
   */
  public static Html element(String name, Html... children) {
    return tag(name).with(children);
  }

  /**
   * Begins an element.
   *
   * @param name such as {@code td}; is not escaped
   * @return the element, as yet without attributes
   */
  public static Tag tag(String name) {
    return new Tag(name, "");
  }

  /**
   * An element whose attributes are still being given.
   *
   * @param name the element's
   * @param attributes as markup, with a space before each
   */
  public record Tag(String name, String attributes) {

    /**
     * {@return this and an attribute}
     *
     * @param key its name; is not escaped
     * @param value is escaped
     */
    public Tag attribute(String key, String value) {
      return new Tag(name, attributes + " " + key + "=\"" + escape(value) + "\"");
    }

    /**
     * {@return the element with its children}
     *
     * @param children what is in it, in this order; left out of {@code img} and {@code meta}, which have no
     *     content
     */
    public Html with(Html... children) {
      return with(Arrays.asList(children));
    }

    /**
     * {@return the element with its children}
     *
     * @param children what is in it, in this order; left out of {@code img} and {@code meta}, which have no
     *     content
     */
    public Html with(List<Html> children) {
      String start = "<" + name + attributes;
      return VOID_ELEMENTS.contains(name)
          ? new Html(start + "/>")
          : new Html(start + ">" + all(children) + "</" + name + ">");
    }
  }

  /** The markup. */
  @Override
  public String toString() {
    return markup;
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.appendCodePoint(isAllowed(c) ? c : 0xfffd);
      }
    });
    return out.toString();
  }

  /** What does something else than be seen has no place in a document. */
  private static boolean isAllowed(int c) {
    if (c == '\n' || c == '\t') {
      return true;
    }
    boolean isNonCharacter = (c & 0xfffe) == 0xfffe;
    return !Printable.isActive(c) && !isNonCharacter;
  }
}
