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

  /** A table without rows. */
  public HtmlTable(String caption) {
    this.caption = caption;
  }

  /** The heading of a column of words. */
  public static Html wordColumn(String text) {
    return Html.tag("th").attribute("scope", "col").with(Html.text(text));
  }

  /** The heading of a column of numbers. */
  public static Html numberColumn(String text) {
    return Html.tag("th")
        .attribute("scope", "col")
        .attribute("class", "number")
        .with(Html.text(text));
  }

  /** A cell with words. */
  public static Html words(String text) {
    return text.length() < LONG
        ? Html.element("td", text)
        : Html.tag("td").attribute("class", "long").with(Html.text(text));
  }

  /** A cell with a number. */
  public static Html number(String text) {
    return Html.tag("td").attribute("class", "number").with(Html.text(text));
  }

  /** Sets the headings of the columns. */
  public HtmlTable head(List<Html> cells) {
    head.addAll(cells);
    return this;
  }

  /** Adds a row; the first cell is its heading. */
  public HtmlTable row(String heading, List<Html> cells) {
    List<Html> all = new ArrayList<>();
    all.add(Html.tag("th").attribute("scope", "row").with(Html.text(heading)));
    all.addAll(cells);
    body.add(Html.tag("tr").with(all));
    return this;
  }

  /** The table in its container. */
  public Html html() {
    List<Html> parts = new ArrayList<>();
    parts.add(Html.element("caption", caption));
    if (!head.isEmpty()) {
      parts.add(Html.element("thead", Html.tag("tr").with(head)));
    }
    parts.add(Html.tag("tbody").with(body));
    return scrolling(caption, Html.tag("table").with(parts));
  }

  /** Puts something wide in a container that scrolls, with the keyboard too. */
  public static Html scrolling(String label, Html content) {
    return Html.tag("div")
        .attribute("class", "scroll")
        .attribute("role", "region")
        .attribute("aria-label", label)
        .attribute("tabindex", "0")
        .with(content);
  }
}
