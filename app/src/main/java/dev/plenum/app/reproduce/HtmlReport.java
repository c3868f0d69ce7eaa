package dev.plenum.app.reproduce;

import dev.plenum.app.report.Html;
import dev.plenum.app.report.HtmlPage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A reproduction as one HTML page that needs no other file. */
final class HtmlReport {
  private static final String TITLE = "Plenum: the reference experiment";

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
    return new HtmlReport(reproduction, summaries, pictures).page().toString();
  }

  private HtmlPage page() {
    HtmlPage page = new HtmlPage(TITLE)
        .verdict(verdict())
        .section("Stages", ReportTables.stages(reproduction), notes());
    if (!pictures.isEmpty()) {
      page.section("Pictures", pictures.stream().map(HtmlReport::figure).toList());
    }
    page.section("Every run", ReportTables.runs(reproduction), runsNote());
    if (!summaries.isEmpty()) {
      page.section("Networks", networks());
    }
    return page.section("Provenance", ReportTables.provenance(reproduction))
        .section(
            "Run it again",
            HtmlPage.preformatted(
                "Command", reproduction.provenance().invocation().command()));
  }

  private List<Html> verdict() {
    List<String> sentences = Verdict.of(reproduction);
    List<Html> paragraphs = new ArrayList<>();
    paragraphs.add(Html.element("p", Html.element("strong", sentences.get(0))));
    paragraphs.addAll(HtmlPage.paragraphs(sentences.subList(1, sentences.size())));
    return paragraphs;
  }

  private Html notes() {
    return Html.all(HtmlPage.paragraphs(StageTable.notes(reproduction)));
  }

  private static Html runsNote() {
    return Html.element(
        "p",
        "Of the digest of the trained weights the first digits are shown; report.json has it whole. "
            + "Two runs with the same digest agree in every bit.");
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
      parts.add(HtmlPage.preformatted("Layers of " + name, summary));
    });
    return parts;
  }
}
