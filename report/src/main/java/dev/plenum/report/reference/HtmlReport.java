package dev.plenum.report.reference;

import dev.plenum.api.network.Network;
import dev.plenum.experiment.reference.Reproduction;
import dev.plenum.report.page.ChartFigure;
import dev.plenum.report.page.Html;
import dev.plenum.report.page.HtmlPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A reproduction as one HTML page that needs no other file. */
final class HtmlReport {
  private static final String TITLE = "Plenum: the reference experiment";

  private final Reproduction reproduction;
  private final Map<String, Network> networks;
  private final List<ReportPicture> pictures;

  private HtmlReport(
      Reproduction reproduction, Map<String, Network> networks, List<ReportPicture> pictures) {
    this.reproduction = reproduction;
    this.networks = networks;
    this.pictures = pictures;
  }

  /**
   * The page.
   *
   * @param networks those that were trained, by name, in the report's order
   * @param pictures in the report's order
   */
  static String of(
      Reproduction reproduction, Map<String, Network> networks, List<ReportPicture> pictures) {
    return new HtmlReport(reproduction, networks, pictures).page().toString();
  }

  private HtmlPage page() {
    HtmlPage page = new HtmlPage(TITLE)
        .verdict(verdict())
        .section("Stages", ReportTables.stages(reproduction), notes());
    if (!pictures.isEmpty()) {
      page.section("Pictures", figures());
    }
    page.section("Every run", ReportTables.runs(reproduction), runsNote());
    if (!networks.isEmpty()) {
      page.section("Networks", networks());
    }
    return page.section("Provenance", ReportTables.provenance(reproduction))
        .section(
            "Run it again",
            HtmlPage.preformatted("Command", reproduction.invocation().command()));
  }

  private List<Html> verdict() {
    List<String> sentences = ReproductionFindings.of(reproduction);
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
    networks.forEach((name, network) -> {
      parts.add(Html.element("h3", name));
      parts.add(HtmlPage.preformatted("Layers of " + name, network.summary()));
    });
    return parts;
  }
}
