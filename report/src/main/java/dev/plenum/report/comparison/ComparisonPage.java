package dev.plenum.report.comparison;

import dev.plenum.experiment.comparison.CellResult;
import dev.plenum.experiment.comparison.Comparison;
import dev.plenum.persistence.RunRecord.Data;
import dev.plenum.report.page.ChartFigure;
import dev.plenum.report.page.Figures;
import dev.plenum.report.page.Html;
import dev.plenum.report.page.HtmlPage;
import dev.plenum.report.page.HtmlTable;
import dev.plenum.report.page.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A comparison as one HTML page that needs no other file. */
final class ComparisonPage {
  private static final String MARKERS = "●■▲◆";

  private final Comparison comparison;
  private final ComparisonTables tables;

  private ComparisonPage(Comparison comparison) {
    this.comparison = comparison;
    this.tables = new ComparisonTables(comparison);
  }

  static String of(Comparison comparison) {
    return new ComparisonPage(comparison).page().toString();
  }

  private HtmlPage page() {
    HtmlPage page = new HtmlPage(
            "Backends compared: " + String.join(", ", comparison.plan().backends()))
        .verdict(ComparisonFindings.of(comparison).stream()
            .map(ComparisonPage::paragraph)
            .toList());
    page.section("Accuracy", tables.accuracy().toHtml(), intervalNote());
    addIfFilled(page, "What has no result", tables.failures());
    if (!comparison.results().isEmpty()) {
      page.section(
          "Speed and size",
          tables.training().toHtml(),
          tables.classification().toHtml(),
          measuresNote());
      page.section("Charts", ChartFigure.orReason(this::charts));
    }
    if (!comparison.duels().isEmpty()) {
      page.section(
          "One against the other", tables.duels().toHtml(), tables.ratios().toHtml(), duelsNote());
    }
    addIfFilled(page, "Seed by seed", tables.seeds());
    addIfFilled(page, "Every training", tables.runs(), runsNote());
    if (!comparison.results().isEmpty()) {
      page.section("Where the results come from", tables.engines().toHtml(), provenance());
    }
    return page.section(
        "Run it again", HtmlPage.preformatted("Command", comparison.invocation().command()));
  }

  private static void addIfFilled(HtmlPage page, String heading, Table table, Html... notes) {
    if (!table.rows().isEmpty()) {
      List<Html> content = new ArrayList<>(List.of(table.toHtml()));
      content.addAll(List.of(notes));
      page.section(heading, content);
    }
  }

  private List<Html> charts() {
    ComparisonCharts charts = new ComparisonCharts(comparison);
    List<Html> parts = new ArrayList<>();
    parts.add(ChartFigure.legend(comparison.plan().backends()));
    List<Html> overview = new ArrayList<>(List.of(charts.overview()));
    boolean isOne = comparison.plan().networks().size() == 1;
    for (String network : comparison.plan().networks()) {
      if (comparison.groups(network).isEmpty()) {
        continue;
      }
      List<Html> own = new ArrayList<>(charts.ofNetwork(network));
      if (isOne) {
        own.addAll(overview);
      } else {
        parts.add(Html.element("h3", network));
      }
      parts.add(ChartFigure.grid(own));
    }
    if (!isOne) {
      parts.add(Html.element("h3", "All networks"));
      parts.add(Html.element("p", markers()));
      parts.add(ChartFigure.grid(overview));
    }
    parts.add(HtmlPage.note(
        "Curves are means over the seeds, bands reach from the smallest to the largest value, "
            + "and error bars show one standard deviation. The tables have the numbers."));
    return parts;
  }

  private String markers() {
    List<String> networks = comparison.plan().networks();
    List<String> named = IntStream.range(0, networks.size())
        .mapToObj(i -> MARKERS.charAt(i % MARKERS.length()) + " " + networks.get(i))
        .toList();
    return String.join(", ", named) + "; colours as above.";
  }

  private static Html paragraph(Finding finding) {
    return finding.headline().isEmpty()
        ? Html.element("p", finding.detail())
        : Html.element(
            "p", Html.element("strong", finding.headline()), Html.text(" " + finding.detail()));
  }

  private static Html intervalNote() {
    return HtmlPage.note(
        "Intervals are Student’s, of the mean over the seeds; they need two seeds. What other test"
            + " images would change is not in them, that is what McNemar’s test is for. Same bits"
            + " again: whether the first epoch of the first seed, repeated, came to the same"
            + " weights.");
  }

  private static Html measuresNote() {
    return HtmlPage.note(
        "On one machine, plenum compare trains one network after the other, the backends in turn,"
            + " each in a JVM of its own; where an application compares in its own process, start-up and"
            + " memory are those of the process. A"
            + " steady epoch is the median of all but the first; where there is no other, the"
            + " speed is that of the first, in which the JVM still warms up. Peak memory is the"
            + " most that the process held until it was trained. Jars are what an application must"
            + " ship for the backend. Classification is measured after a warm-up.");
  }

  private static Html duelsNote() {
    return HtmlPage.note(
        "McNemar’s test asks whether one backend is right about more of the test images than"
            + " chance explains, from the images that only one of the two gets right: exact with"
            + " fewer than 25 of them, else χ² with Edwards’s correction. With several seeds each"
            + " image counts once, for the backend of which more trainings get it right. Where"
            + " several pairs are tested, p is also given corrected by Holm’s method; the verdict"
            + " goes by that. Differences and ratios have Student’s 95 % interval over the seeds,"
            + " ratios that of their logarithms. Same start: from each seed with the same initial"
            + " weights and batches, bit by bit. Loss curves are apart by the largest difference"
            + " of the training loss in any epoch, on average over the seeds.");
  }

  private static Html runsNote() {
    return HtmlPage.note(
        "Of the digest of the trained weights the first digits are shown. Two trainings with the"
            + " same digest agree in every bit. The folders in cells have everything about each of"
            + " them.");
  }

  private Html provenance() {
    CellResult any = comparison.results().get(0);
    Data data = any.record().data();
    return new HtmlTable("What was run")
        .row("Plenum", words(comparison.invocation().plenumVersion()))
        .row("Started", words(Figures.moment(comparison.invocation().started())))
        .row("System", words(any.record().platform().os()))
        .row(
            "Dataset",
            words("%s: %s images to train on, %s to validate, %s to test"
                .formatted(
                    data.name(),
                    Figures.count(data.train()),
                    Figures.count(data.validation()),
                    Figures.count(data.test()))))
        .row("Dataset (SHA-256)", List.of(Html.element("td", Html.element("code", data.sha256()))))
        .row(
            "Trainings",
            words(String.format(
                Locale.ROOT,
                "%d of %d epochs, seeds %d to %d",
                comparison.results().size(),
                comparison.plan().epochs(),
                comparison.plan().firstSeed(),
                comparison.plan().firstSeed() + comparison.plan().seeds() - 1)))
        .html();
  }

  private static List<Html> words(String text) {
    return List.of(HtmlTable.words(text));
  }
}
