package dev.plenum.report.reference;

import dev.plenum.experiment.reference.Reproduction;
import dev.plenum.experiment.reference.Stage;
import dev.plenum.experiment.reference.StageResult;
import dev.plenum.report.page.Figures;
import dev.plenum.report.page.TextTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The stages, their published figures and ours, as rows of text. */
public final class StageTable {
  /** How many columns, from the first, are words; the others are numbers. */
  public static final int WORD_COLUMNS = 2;

  private static final List<List<String>> HEADER = List.of(
      List.of("", "", "", "", "published", "", "ours", "difference"),
      List.of("stage", "what", "epochs", "loss", "accuracy", "loss", "accuracy", "(std. errors)"));

  private StageTable() {}

  /**
   * Prints it, with the notes below.
   *
   * @param reproduction the stages that were run, and their results
   * @param out gets it, line by line; is not closed
   */
  public static void print(Reproduction reproduction, PrintStream out) {
    out.println();
    TextTable table = new TextTable(WORD_COLUMNS);
    rows(reproduction).forEach(table::add);
    table.print(out);
    notes(reproduction).forEach(out::println);
  }

  /**
   * {@return two rows of headings, then a row per stage; all have the same number of cells}
   *
   * @param reproduction the stages that were run, and their results
   */
  public static List<List<String>> rows(Reproduction reproduction) {
    return Stream.concat(
            HEADER.stream(),
            reproduction.stages().stream()
                .map(result -> cells(result, reproduction.data().test())))
        .toList();
  }

  /**
   * {@return what stands below the table: what the last column means, and what it is worth}
   *
   * @param reproduction what the table shows
   */
  public static List<String> notes(Reproduction reproduction) {
    List<String> notes = new ArrayList<>();
    notes.add("One standard error is that of the published accuracy on %s test images."
        .formatted(Figures.count(reproduction.data().test())));
    if (reproduction.isComparable()) {
      notes.add("A stage holds when it is not below the published accuracy by more than two.");
    } else {
      notes.add(orientation(reproduction));
    }
    return notes;
  }

  /** Why the figures must not be taken for a verdict. */
  static String orientation(Reproduction reproduction) {
    return "The published figures are for the full run on MNIST; this is a %s on %s, so the comparison is only for orientation."
        .formatted(kind(reproduction), reproduction.data().name());
  }

  private static String kind(Reproduction reproduction) {
    if (reproduction.plan().isQuick()) {
      return "quick run";
    }
    return reproduction.deviations().isEmpty()
        ? "full run"
        : "run that is not the published recipe (%s)"
            .formatted(String.join("; ", reproduction.deviations()));
  }

  static List<String> cells(StageResult result, int testImages) {
    Stage stage = result.stage();
    return List.of(
        stage.id(),
        what(result),
        epochs(result),
        Figures.score(stage.published().loss()),
        Figures.score(stage.published().accuracy()),
        Figures.score(result.loss()),
        Figures.score(result.accuracy()),
        Figures.difference(result.standardErrors(testImages)));
  }

  private static String what(StageResult result) {
    int runs = result.runs().size();
    if (result.stage().isCommittee()) {
      return String.format(
          Locale.ROOT, "%s, %d %s", result.stage().title(), runs, runs == 1 ? "member" : "members");
    }
    return result.stage().title() + (runs == 1 ? "" : ", mean of " + runs);
  }

  private static String epochs(StageResult result) {
    int epochs = result.epochs();
    int asked = result.stage().epochs();
    return epochs == asked ? String.valueOf(epochs) : epochs + " of " + asked;
  }
}
