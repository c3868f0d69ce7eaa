package dev.plenum.report.search;

import dev.plenum.experiment.search.RungResult;
import dev.plenum.experiment.search.Search;
import dev.plenum.experiment.search.Trial;
import dev.plenum.experiment.search.WinnerRun;
import dev.plenum.experiment.trial.Score;
import dev.plenum.persistence.RunRecord.TestResult;
import dev.plenum.report.page.Figures;
import dev.plenum.report.page.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tables of a search.
 *
 * @param search what came out
 */
record SearchTables(Search search) {
  private static final String NONE = "–";
  private static final String DIVERGED = "diverged";

  /** The trials, the best first, with their values and their accuracies at each rung. */
  Table trials(int most) {
    List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.number("TRIAL")));
    search.plan().parameters().keySet().forEach(name -> columns.add(Table.Column.number(name)));
    search
        .plan()
        .rungs()
        .forEach(epochs ->
            columns.add(Table.Column.number(epochs == 1 ? "1 epoch" : epochs + " epochs")));
    columns.add(Table.Column.number("loss"));
    columns.add(Table.Column.number("seconds"));
    return new Table(
        "Validation accuracy of each trial at each rung, the best first",
        columns,
        search.ranking().stream().limit(most).map(this::row).toList());
  }

  private List<String> row(Trial trial) {
    List<String> row = new ArrayList<>(List.of(String.valueOf(trial.number())));
    row.addAll(trial.values().values());
    for (int epochs : search.plan().rungs()) {
      Optional<RungResult> result =
          trial.results().stream().filter(one -> one.epochs() == epochs).findFirst();
      row.add(result.map(one -> show(one.score(), Score::accuracy)).orElse(""));
    }
    Optional<Score> last = trial.last().score();
    row.add(show(last, Score::loss));
    row.add(last.map(score -> Figures.significant(score.seconds())).orElse(NONE));
    return row;
  }

  private static String show(Optional<Score> score, Function<Score, Double> measure) {
    return score.map(measure).map(Figures::score).orElse(DIVERGED);
  }

  /** The winner trained again. */
  Table repeats() {
    return new Table(
        "The winner trained again from fresh seeds",
        List.of(
            Table.Column.number("SEED"),
            Table.Column.number("validation accuracy"),
            Table.Column.number("loss"),
            Table.Column.number("test accuracy"),
            Table.Column.number("loss"),
            Table.Column.number("misclassified")),
        search.repeats().stream().map(SearchTables::row).toList());
  }

  private static List<String> row(WinnerRun run) {
    return List.of(
        String.valueOf(run.seed()),
        show(run.validation(), Score::accuracy),
        show(run.validation(), Score::loss),
        run.test().map(TestResult::accuracy).map(Figures::score).orElse(NONE),
        run.test().map(TestResult::loss).map(Figures::score).orElse(NONE),
        run.test().map(test -> Figures.count(test.misclassified())).orElse(NONE));
  }
}
