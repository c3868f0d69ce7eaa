package dev.plenum.report.analysis;

import dev.plenum.experiment.analysis.Analysis;
import dev.plenum.experiment.analysis.Calibration;
import dev.plenum.experiment.analysis.Disagreement;
import dev.plenum.experiment.analysis.Mistake;
import dev.plenum.experiment.analysis.Suspect;
import dev.plenum.report.page.Figures;
import dev.plenum.report.page.Table;
import dev.plenum.report.page.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The tables of an analysis. */
final class AnalysisTables {
  private final Analysis analysis;
  private final List<String> classNames;

  AnalysisTables(Analysis analysis) {
    this.analysis = analysis;
    this.classNames = analysis.outputs().classNames();
  }

  /** The suspects with the smallest margins. */
  Table suspects(List<Suspect> suspects, int most) {
    return new Table(
        "Labels that are probably wrong, the surest first",
        List.of(
            Column.number("Image"),
            Column.words("Label"),
            Column.words("Suggested"),
            Column.number("p(label)"),
            Column.number("p(suggested)"),
            Column.number("Margin"),
            Column.words("Confident")),
        suspects.stream()
            .limit(most)
            .map(one -> List.of(
                String.valueOf(one.image()),
                classNames.get(one.given()),
                classNames.get(one.suggested()),
                Figures.score(one.givenProbability()),
                Figures.score(one.suggestedProbability()),
                Figures.score(one.margin()),
                one.isConfident() ? "yes" : "no"))
            .toList());
  }

  Table classes() {
    List<List<String>> rows = new ArrayList<>();
    for (int c = 0; c < classNames.size(); c++) {
      int label = c;
      List<Mistake> own = analysis.mistakes().stream()
          .filter(mistake -> mistake.label() == label)
          .toList();
      long images = IntStream.range(0, analysis.outputs().size())
          .filter(i -> analysis.outputs().label(i) == label)
          .count();
      long suspects = analysis.labels().suspects().stream()
          .filter(suspect -> suspect.given() == label)
          .count();
      rows.add(List.of(
          classNames.get(c),
          Figures.count(images),
          Figures.count(own.size()),
          Figures.count(suspects),
          own.isEmpty() ? "" : Figures.score(own.get(0).confidence())));
    }
    return new Table(
        "Test images by the class of their label",
        List.of(
            Column.words("Class"),
            Column.number("Images"),
            Column.number("Errors"),
            Column.number("Suspect labels"),
            Column.number("Most confident error")),
        rows);
  }

  Table calibration() {
    List<Column> columns =
        new ArrayList<>(List.of(Column.words("Measure"), Column.number("As it is")));
    analysis.calibrated().ifPresent(none -> columns.add(Column.number("With temperature")));
    return new Table(
        "How far confidence can be trusted, on the test images; 0 would be perfect",
        columns,
        List.of(
            row("ECE, 15 bins of equal width", Calibration::expectedError),
            row("MCE, the worst of these", Calibration::maximumError),
            row("ECE, 15 bins of equal count", Calibration::adaptiveError),
            row("Brier score", Calibration::brier),
            row("Log loss (NLL)", Calibration::logLoss)));
  }

  private interface Measure {
    double of(Calibration calibration);
  }

  private List<String> row(String name, Measure measure) {
    List<String> cells =
        new ArrayList<>(List.of(name, Figures.score(measure.of(analysis.calibration()))));
    analysis.calibrated().ifPresent(after -> cells.add(Figures.score(measure.of(after))));
    return cells;
  }

  Table bins() {
    return new Table(
        "Test images by the confidence with which they are classified",
        List.of(
            Column.words("Mean confidence"), Column.number("Accuracy"), Column.number("Images")),
        analysis.calibration().equalWidth().stream()
            .map(bin -> List.of(
                Figures.score(bin.confidence()),
                Figures.score(bin.accuracy()),
                Figures.count(bin.images())))
            .toList());
  }

  /** The share on which two members differ. */
  Table pairs(Disagreement disagreement) {
    List<Column> columns = new ArrayList<>(List.of(Column.words("Member")));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < disagreement.pairs().size(); i++) {
      columns.add(Column.number(String.valueOf(i + 1)));
      List<String> row = new ArrayList<>(List.of(String.valueOf(i + 1)));
      disagreement.pairs().get(i).forEach(share -> row.add(Figures.score(share)));
      rows.add(row);
    }
    return new Table(
        "The share of test images that two members take for different classes", columns, rows);
  }
}
