package dev.plenum.app.reproduce;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A reproduction as one HTML page that needs no other file. */
final class HtmlReport {
  private static final String TITLE = "Plenum: the reference experiment";
  private static final String STYLE = "report.css";

  private final Reproduction reproduction;
  private final Map<String, String> summaries;
  private final List<Picture> pictures;

  private HtmlReport(
      Reproduction reproduction, Map<String, String> summaries, List<Picture> pictures) {
    this.reproduction = reproduction;
    this.summaries = summaries;
    this.pictures = pictures;
  }

  /**
   * The page.
   *
   * @param summaries each network's layers as printed for users, by its name, in the report's order
   * @param pictures in the report's order
   */
  static String of(
      Reproduction reproduction, Map<String, String> summaries, List<Picture> pictures) {
    return new HtmlReport(reproduction, summaries, pictures).page();
  }

  private String page() {
    Html page = Html.tag("html").attribute("lang", "en").with(head(), Html.element("body", main()));
    return "<!DOCTYPE html>\n" + page + "\n";
  }

  private static Html head() {
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
        Html.element("title", TITLE),
        Html.style(css()));
  }

  private Html main() {
    List<Html> parts = new ArrayList<>();
    parts.add(Html.element("h1", TITLE));
    parts.add(verdict());
    parts.add(section("Stages", ReportTables.stages(reproduction), notes()));
    if (!pictures.isEmpty()) {
      parts.add(section("Pictures", pictures.stream().map(HtmlReport::figure).toList()));
    }
    parts.add(section("Every run", ReportTables.runs(reproduction), runsNote()));
    if (!summaries.isEmpty()) {
      parts.add(section("Networks", networks()));
    }
    parts.add(section("Provenance", ReportTables.provenance(reproduction)));
    parts.add(section("Run it again", command()));
    return Html.tag("main").with(parts);
  }

  private static Html section(String heading, Html... content) {
    return section(heading, List.of(content));
  }

  private static Html section(String heading, List<Html> content) {
    return Html.element("section", Html.element("h2", heading), Html.all(content));
  }

  private Html verdict() {
    return Html.tag("div").attribute("class", "verdict").with(paragraphs(Verdict.of(reproduction)));
  }

  private Html notes() {
    return Html.all(paragraphs(StageTable.notes(reproduction)));
  }

  private static Html runsNote() {
    return Html.element(
        "p",
        "Of the digest of the trained weights the first digits are shown; report.json has it whole. "
            + "Two runs with the same digest agree in every bit.");
  }

  private static List<Html> paragraphs(List<String> texts) {
    return texts.stream().map(text -> Html.element("p", text)).toList();
  }

  private static Html figure(Picture picture) {
    Html image = Html.tag("img")
        .attribute(
            "src", "data:image/png;base64," + Base64.getEncoder().encodeToString(picture.png()))
        .attribute("alt", picture.description())
        .attribute("width", String.valueOf(picture.image().getWidth()))
        .attribute("height", String.valueOf(picture.image().getHeight()))
        .with();
    return Html.element("figure", image, Html.element("figcaption", picture.caption()));
  }

  private List<Html> networks() {
    List<Html> parts = new ArrayList<>();
    summaries.forEach((name, summary) -> {
      parts.add(Html.element("h3", name));
      parts.add(HtmlTable.scrolling("Layers of " + name, Html.element("pre", summary)));
    });
    return parts;
  }

  private Html command() {
    String command = reproduction.provenance().invocation().command();
    return HtmlTable.scrolling("Command", Html.element("pre", Html.element("code", command)));
  }

  private static String css() {
    try (InputStream in = Objects.requireNonNull(
        HtmlReport.class.getResourceAsStream(STYLE), () -> STYLE + " is missing in the jar")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(STYLE + " in the jar cannot be read", e);
    }
  }
}
