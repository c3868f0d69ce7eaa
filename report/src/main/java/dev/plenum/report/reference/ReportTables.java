package dev.plenum.report.reference;

import static dev.plenum.report.page.HtmlTable.number;
import static dev.plenum.report.page.HtmlTable.numberColumn;
import static dev.plenum.report.page.HtmlTable.wordColumn;
import static dev.plenum.report.page.HtmlTable.words;

import dev.plenum.api.EngineInfo;
import dev.plenum.experiment.reference.Reproduction;
import dev.plenum.experiment.reference.Stage;
import dev.plenum.experiment.reference.StageResult;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.TestResult;
import dev.plenum.report.page.Figures;
import dev.plenum.report.page.Html;
import dev.plenum.report.page.HtmlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of the HTML report. */
final class ReportTables {
  private ReportTables() {}

  /** The stages; whether each holds is said where it can be. */
  static Html stages(Reproduction reproduction) {
    boolean isJudged = reproduction.isComparable();
    List<Html> columns = new ArrayList<>(List.of(
        wordColumn("Stage"),
        wordColumn("What"),
        numberColumn("Epochs"),
        numberColumn("Published loss"),
        numberColumn("Published accuracy"),
        numberColumn("Our loss"),
        numberColumn("Our accuracy"),
        numberColumn("Standard errors above")));
    if (isJudged) {
      columns.add(wordColumn("Verdict"));
    }
    HtmlTable table = new HtmlTable("Loss and accuracy on the test images").head(columns);
    for (StageResult result : reproduction.stages()) {
      addStage(table, result, reproduction.data().test(), isJudged);
    }
    return table.html();
  }

  private static void addStage(
      HtmlTable table, StageResult result, int testImages, boolean isJudged) {
    List<String> texts = StageTable.cells(result, testImages);
    List<Html> cells = new ArrayList<>();
    for (int i = 1; i < texts.size(); i++) {
      String text = texts.get(i);
      cells.add(i < StageTable.WORD_COLUMNS ? words(text) : number(text.replace('-', '−')));
    }
    if (isJudged) {
      cells.add(words(result.holds(testImages) ? "holds" : "below"));
    }
    table.row(texts.get(0), cells);
  }

  /** Every trained network and every committee. */
  static Html runs(Reproduction reproduction) {
    HtmlTable table = new HtmlTable("Every network and every committee")
        .head(List.of(
            wordColumn("Stage"),
            wordColumn("Network"),
            numberColumn("Loss"),
            numberColumn("Accuracy"),
            numberColumn("Misclassified"),
            numberColumn("Time"),
            wordColumn("Weights (SHA-256)")));
    for (StageResult result : reproduction.stages()) {
      result.runs().forEach(run -> addRun(table, result.stage(), run));
      result.committee().ifPresent(committee -> addCommittee(table, result.stage(), committee));
    }
    return table.html();
  }

  private static void addRun(HtmlTable table, Stage stage, RunRecord run) {
    table.row(
        stage.id(),
        List.of(
            words(String.format(
                Locale.ROOT,
                "%s, seed %d",
                stage.network().displayName(),
                run.setup().seed())),
            number(Figures.score(run.outcome().test().loss())),
            number(Figures.score(run.outcome().test().accuracy())),
            number(Figures.count(run.outcome().test().misclassified())),
            number(Figures.duration(run.outcome().timing().trainSeconds())),
            Html.element(
                "td", Html.element("code", Figures.digest(run.outcome().weightsSha256())))));
  }

  private static void addCommittee(HtmlTable table, Stage stage, TestResult committee) {
    String published = stage
        .published()
        .members()
        .map(range -> " (published members: %s – %s)"
            .formatted(Figures.score(range.lowest()), Figures.score(range.highest())))
        .orElse("");
    table.row(
        stage.id(),
        List.of(
            words("their committee" + published),
            number(Figures.score(committee.loss())),
            number(Figures.score(committee.accuracy())),
            number(Figures.count(committee.misclassified())),
            number(""),
            words("")));
  }

  /** Where the results come from. */
  static Html provenance(Reproduction reproduction) {
    EngineInfo engine = reproduction.platform().engine();
    return new HtmlTable("Where these results come from")
        .row("Plenum", List.of(words(reproduction.invocation().plenumVersion())))
        .row("Started", List.of(words(Figures.moment(reproduction.invocation().started()))))
        .row("Trained for", List.of(words(Figures.duration(reproduction.seconds()))))
        .row("Backend", List.of(words(reproduction.platform().backend())))
        .row("Engine", List.of(words(engine.engine())))
        .row(
            "Device",
            List.of(words(String.format(
                Locale.ROOT,
                "%s, %s, %d %s",
                engine.device(),
                engine.instructionSet(),
                engine.threads(),
                engine.threads() == 1 ? "thread" : "threads"))))
        .row("Java", List.of(words(reproduction.platform().jvm())))
        .row("System", List.of(words(reproduction.platform().os())))
        .row("Dataset", List.of(words(dataset(reproduction))))
        .row(
            "Dataset (SHA-256)",
            List.of(Html.element("td", Html.element("code", reproduction.data().sha256()))))
        .row(
            "Seeds",
            List.of(words(String.format(
                Locale.ROOT,
                "runs from %d, %d per stage; split %s",
                reproduction.plan().seed(),
                reproduction.plan().seeds(),
                reproduction.plan().splitting()))))
        .html();
  }

  private static String dataset(Reproduction reproduction) {
    return "%s: %s images to train on, %s to validate, %s to test"
        .formatted(
            reproduction.data().name(),
            Figures.count(reproduction.data().train()),
            Figures.count(reproduction.data().validation()),
            Figures.count(reproduction.data().test()));
  }
}
