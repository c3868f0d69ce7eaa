package dev.plenum.report.page;

import java.util.ArrayList;
import java.util.List;

/** A table with a caption and headings, in a container of its own that scrolls where it is narrow. */
public final class HtmlTable {
  /** Words that may take several lines, but not one word in each. */
  private static final int LONG = 24;

  private final String caption;
  private final List<Html> head = new ArrayList<>();
  private final List<Html> body = new ArrayList<>();

  /**
   * A table without rows.
   *
   * @param caption what stands above it
   */
  public HtmlTable(String caption) {
    this.caption = caption;
  }

  /**
   * {@return the heading of a column of words}
   *
   * @param text is escaped
   */
  public static Html wordColumn(String text) {
    return Html.tag("th").attribute("scope", "col").with(Html.text(text));
  }

  /**
   * {@return the heading of a column of numbers}
   *
   * @param text is escaped
   */
  public static Html numberColumn(String text) {
    return Html.tag("th")
        .attribute("scope", "col")
        .attribute("class", "number")
        .with(Html.text(text));
  }

  /**
   * {@return a cell with words}
   *
   * @param text is escaped; a long one may take several lines
   */
  public static Html words(String text) {
    return text.length() < LONG
        ? Html.element("td", text)
        : Html.tag("td").attribute("class", "long").with(Html.text(text));
  }

  /**
   * {@return a cell with a number}
   *
   * @param text the number as it is shown
   */
  public static Html number(String text) {
    return Html.tag("td").attribute("class", "number").with(Html.text(text));
  }

  /**
   * Sets the headings of the columns.
   *
   * @param cells one for each column, see {@link #wordColumn} and {@link #numberColumn}
   * @return this
   */
  public HtmlTable head(List<Html> cells) {
    head.addAll(cells);
    return this;
  }

  /**
   * Adds a row.
   *
   * @param heading its first cell
   * @param cells the others, see {@link #words} and {@link #number}
   * @return this
   */
  public HtmlTable row(String heading, List<Html> cells) {
    List<Html> all = new ArrayList<>();
    all.add(Html.tag("th").attribute("scope", "row").with(Html.text(heading)));
    all.addAll(cells);
    body.add(Html.tag("tr").with(all));
    return this;
  }

  /** {@return the table in its container} */
  public Html html() {
    List<Html> parts = new ArrayList<>();
    parts.add(Html.element("caption", caption));
    if (!head.isEmpty()) {
      parts.add(Html.element("thead", Html.tag("tr").with(head)));
    }
    parts.add(Html.tag("tbody").with(body));
    return scrolling(caption, Html.tag("table").with(parts));
  }

  /**
   * Puts something wide in a container that scrolls, with the keyboard too.
   *
   * @param label what it is, for those who cannot see it
   * @param content what is wide
   * @return the container
   */
  public static Html scrolling(String label, Html content) {
    return Html.tag("div")
        .attribute("class", "scroll")
        .attribute("role", "region")
        .attribute("aria-label", label)
        .attribute("tabindex", "0")
        .with(content);
  }
}
