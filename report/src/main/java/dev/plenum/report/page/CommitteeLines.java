package dev.plenum.report.page;

import dev.plenum.api.Evaluation;
import dev.plenum.ensemble.CommitteeEvaluation;
import dev.plenum.ensemble.GreedySelection;
import dev.plenum.experiment.run.MemberSelection;
import dev.plenum.report.TestLine;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** What a committee made of test images, in lines. */
public final class CommitteeLines {
  private CommitteeLines() {}

  /**
   * How its members were chosen: the curve of validation accuracy against members, as a table.
   *
   * @param selection the candidates in the order in which they join
   * @param out gets it, line by line; is not closed
   */
  public static void print(MemberSelection selection, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "Selected by %,d validation images: %d of %d members%n",
        selection.images(),
        selection.count(),
        selection.candidates().size());
    TextTable table = new TextTable(0);
    table.add(List.of("MEMBERS", "SEED", "ACCURACY", "LOSS", "KEPT"));
    int members = 0;
    for (GreedySelection.Step step : selection.selection().steps()) {
      members++;
      table.add(List.of(
          String.valueOf(members),
          String.valueOf(selection.seed(step)),
          Figures.score(step.accuracy()),
          Figures.score(step.loss()),
          members <= selection.count() ? "yes" : "no"));
    }
    table.print(out);
  }

  /**
   * {@return what its members reach on average, and what it reaches}
   *
   * @param test what it and each of its members made of the images
   * @param dataset the images' name
   */
  public static List<String> of(CommitteeEvaluation test, String dataset) {
    double mean =
        test.members().stream().mapToDouble(Evaluation::accuracy).average().orElseThrow();
    return List.of(
        String.format(Locale.ROOT, "Members' mean accuracy: %.4f", mean),
        "Committee. " + TestLine.of(dataset, test.committee()));
  }
}
