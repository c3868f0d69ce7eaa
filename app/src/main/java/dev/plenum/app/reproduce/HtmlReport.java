package dev.plenum.app.reproduce;

import dev.plenum.app.report.ChartFigure;
import dev.plenum.app.report.Html;
import dev.plenum.app.report.HtmlPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A reproduction as one HTML page that needs no other file. */
final class HtmlReport {
  private static final String TITLE = "Plenum: the reference experiment";

  private final Reproduction reproduction;
  private final Map<String, String> summaries;
  private final List<ReportPicture> pictures;

  private HtmlReport(
      Reproduction reproduction, Map<String, String> summaries, List<ReportPicture> pictures) {
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
      Reproduction reproduction, Map<String, String> summaries, List<ReportPicture> pictures) {
    return new HtmlReport(reproduction, summaries, pictures).page().toString();
  }

  private HtmlPage page() {
    HtmlPage page = new HtmlPage(TITLE)
        .verdict(verdict())
        .section("Stages", ReportTables.stages(reproduction), notes());
    if (!pictures.isEmpty()) {
      page.section("Pictures", figures());
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

  /** Charts stand beside each other. */
  private List<Html> figures() {
    List<Html> parts = new ArrayList<>(List.of(ChartFigure.grid(figures(true))));
    parts.addAll(figures(false));
    return parts;
  }

  private List<Html> figures(boolean areCharts) {
    return pictures.stream()
        .filter(picture -> picture.isChart() == areCharts)
        .map(ReportPicture::figure)
        .toList();
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
