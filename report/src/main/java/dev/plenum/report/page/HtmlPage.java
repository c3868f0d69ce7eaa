package dev.plenum.report.page;

import dev.plenum.report.Ink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An HTML page that needs no other file: a heading, a verdict, sections. */
public final class HtmlPage {
  private static final String STYLE = "report.css";

  private final String title;
  private final List<Html> parts = new ArrayList<>();

  /**
   * A page that has nothing but its heading.
   *
   * @param title its heading, and what a browser calls it
   */
  public HtmlPage(String title) {
    this.title = title;
    parts.add(Html.element("h1", title));
  }

  /**
   * Adds what the page comes to.
   *
   * @param paragraphs the most important first
   * @return this
   */
  public HtmlPage verdict(List<Html> paragraphs) {
    parts.add(Html.tag("div").attribute("class", "verdict").with(paragraphs));
    return this;
  }

  /**
   * Adds a section.
   *
   * @param heading a text, not markup
   * @param content what stands below it, in this order
   * @return this
   */
  public HtmlPage section(String heading, Html... content) {
    return section(heading, List.of(content));
  }

  /**
   * Adds a section.
   *
   * @param heading a text, not markup
   * @param content what stands below it, in this order
   * @return this
   */
  public HtmlPage section(String heading, List<Html> content) {
    parts.add(Html.element("section", Html.element("h2", heading), Html.all(content)));
    return this;
  }

  /**
   * {@return a paragraph for each text}
   *
   * @param texts are escaped
   */
  public static List<Html> paragraphs(List<String> texts) {
    return texts.stream().map(text -> Html.element("p", text)).toList();
  }

  /**
   * {@return a remark below what it is about}
   *
   * @param text is escaped
   */
  public static Html note(String text) {
    return Html.tag("p").attribute("class", "note").with(Html.text(text));
  }

  /**
   * {@return text as a program prints it, with its spaces and line breaks}
   *
   * @param label what it is, for those who cannot see it
   * @param text is escaped
   */
  public static Html preformatted(String label, String text) {
    return HtmlTable.scrolling(label, Html.element("pre", Html.element("code", text)));
  }

  /** The whole document. */
  @Override
  public String toString() {
    Html page = Html.tag("html")
        .attribute("lang", "en")
        .with(head(), Html.element("body", Html.tag("main").with(parts)));
    return "<!DOCTYPE html>\n" + page + "\n";
  }

  private Html head() {
    return Html.element(
        "head",
        Html.tag("meta").attribute("charset", "utf-8").with(),
        Html.tag("meta")
            .attribute("name", "viewport")
            .attribute("content", "width=device-width, initial-scale=1")
            .with(),
        Html.tag("meta")
            .attribute("name", "color-scheme")
            .attribute("content", "light dark")
            .with(),
        Html.element("title", title),
        Html.style(Ink.styleSheet() + css()));
  }

  private static String css() {
    try (InputStream in = Objects.requireNonNull(
        HtmlPage.class.getResourceAsStream(STYLE), () -> STYLE + " is missing in the jar")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(STYLE + " in the jar cannot be read", e);
    }
  }
}
