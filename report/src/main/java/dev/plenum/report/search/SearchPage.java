package dev.plenum.report.search;

import dev.plenum.experiment.search.Search;
import dev.plenum.report.page.ChartFigure;
import dev.plenum.report.page.Figures;
import dev.plenum.report.page.Html;
import dev.plenum.report.page.HtmlPage;
import dev.plenum.report.page.HtmlTable;
import java.util.List;
import java.util.Map;

/** A search as one HTML page that needs no other file. */
final class SearchPage {
  private static final String REPEATS =
      "The best of many trials is so partly by luck. Fresh seeds, which nobody has chosen, show"
          + " what its settings are worth. The interval is Student’s, of the mean over the seeds:"
          + " what other validation or test images would change is not in it. The test images were"
          + " read after all trainings, once.";
  private static final String CHARTS =
      "Shapes and colours go by the rung: circles the first, squares the second, triangles the"
          + " third, and so on. A parameter’s chart has each trial’s accuracy at the first rung,"
          + " where all were trained alike, in the shape of the rung that it got to; of choices it"
          + " has the mean over the trials and one standard deviation.";

  private SearchPage() {}

  static String of(Search search) {
    SearchTables tables = new SearchTables(search);
    return new HtmlPage(
            "Search: " + String.join(", ", search.plan().parameters().keySet()))
        .verdict(HtmlPage.paragraphs(SearchFindings.of(search)))
        .section("The winner, again", tables.repeats().toHtml(), HtmlPage.note(REPEATS))
        .section("Charts", ChartFigure.orReason(() -> charts(search)))
        .section("Trials", tables.trials(Integer.MAX_VALUE).toHtml(), HtmlPage.note(rungs(search)))
        .section("The winner’s settings", settings(search))
        .section("Where the results come from", provenance(search))
        .section(
            "Run it again", HtmlPage.preformatted("Command", search.invocation().command()))
        .toString();
  }

  private static List<Html> charts(Search search) {
    return List.of(ChartFigure.grid(new SearchCharts(search).all()), HtmlPage.note(CHARTS));
  }

  private static String rungs(Search search) {
    String kept = "At each rung the best 1 in %s of the trials went on"
        .formatted(search.plan().eta());
    return (search.plan().rungs().size() == 1 ? "" : kept)
        + (search.plan().rungs().size() == 1
            ? "All trials were trained for the same number of epochs."
            : search.goesOn()
                ? ", from where they stood."
                : ", trained anew, because their learning rates depend on the number of epochs.")
        + " Trials were ranked by validation accuracy, then by loss.";
  }

  private static Html settings(Search search) {
    HtmlTable table =
        new HtmlTable("As plenum train takes them; best.conf has those that are not defaults");
    for (Map.Entry<String, String> setting : search.recipe().configuration().entrySet()) {
      table.row(setting.getKey(), List.of(HtmlTable.words(setting.getValue())));
    }
    return table.html();
  }

  private static Html provenance(Search search) {
    return new HtmlTable("What was run")
        .row("Plenum", words(search.invocation().plenumVersion()))
        .row("Started", words(Figures.moment(search.invocation().started())))
        .row(
            "Dataset",
            words("%s: %s images to train on, %s to validate, %s to test"
                .formatted(
                    search.data().name(),
                    Figures.count(search.data().train()),
                    Figures.count(search.data().validation()),
                    Figures.count(search.data().test()))))
        .row(
            "Dataset (SHA-256)",
            List.of(Html.element("td", Html.element("code", search.data().sha256()))))
        .html();
  }

  private static List<Html> words(String text) {
    return List.of(HtmlTable.words(text));
  }
}
