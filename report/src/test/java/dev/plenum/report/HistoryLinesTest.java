package dev.plenum.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.report.HistoryChart.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryLinesTest {
  private static final Axis RANGE = new Axis("accuracy", 0.8, 1);
  private static final RunHistory DENSE =
      RunHistory.of("dense", Histories.accuracy(3, true)).test(0.93).ink(Ink.BLUE);
  private static final RunHistory CONV =
      RunHistory.of("conv", Histories.accuracy(5, true)).test(0.94).ink(Ink.GREEN);

  private static HistoryLines lines(RunHistory... runs) {
    return new HistoryLines("accuracy", List.of(runs), List.of(), RANGE);
  }

  private static List<List<Double>> drawn(HistoryLines lines, Ink ink, Dash dash) {
    return lines.lines().stream()
        .filter(line -> line.style().ink() == ink && line.style().dash().equals(Optional.of(dash)))
        .map(LineChart.Line::y)
        .toList();
  }

  private static List<String> legend(HistoryLines lines) {
    return new HistoryLegend(lines, List.of())
        .entries().stream().map(LegendEntry::text).toList();
  }

  @Test
  void colourIsTheTrainingDashedItsTrainingImagesSolidItsValidationAndBlackTheTest() {
    HistoryLines lines = lines(DENSE, CONV);
    List<Double> dense = List.of(0.9, 0.901, 0.902);
    assertEquals(List.of(dense), drawn(lines, Ink.BLUE, Dash.DASHED));
    assertEquals(List.of(List.of(0.92, 0.9205, 0.921)), drawn(lines, Ink.BLUE, Dash.SOLID));
    assertEquals(5, drawn(lines, Ink.GREEN, Dash.DASHED).get(0).size());
    assertEquals(
        List.of(List.of(0.93, 0.93), List.of(0.94, 0.94)), drawn(lines, Ink.STRONG, Dash.SOLID));
    assertEquals(5, lines.across().highest(), "the longest training");
  }

  @Test
  void theEndsOfATestTellWhoseItIs() {
    List<LineStyle> tests = lines(DENSE, CONV).lines().stream()
        .map(LineChart.Line::style)
        .filter(style -> style.ink() == Ink.STRONG)
        .toList();
    assertEquals(
        List.of(Ink.BLUE, Ink.GREEN), tests.stream().map(LineStyle::dotInk).toList());
    assertEquals(
        List.of(Dot.CIRCLE, Dot.SQUARE), tests.stream().map(LineStyle::dot).toList());
  }

  @Test
  void theLegendNamesTrainingsAndKindsOfLines() {
    assertEquals(
        List.of("dense, test 0.9300", "conv, test 0.9400", "training", "validation", "test"),
        legend(lines(DENSE, CONV)));
    assertEquals(List.of("training", "validation", "test 0.9300"), legend(lines(DENSE)));
  }

  @Test
  void withoutValidationAndTestThereIsNoSuchLine() {
    HistoryLines lines = lines(RunHistory.of("a", Histories.accuracy(3, false)));
    assertEquals(List.of("training"), legend(lines));
    assertTrue(drawn(lines, Ink.BLUE, Dash.SOLID).isEmpty());
    assertTrue(drawn(lines, Ink.STRONG, Dash.SOLID).isEmpty());
  }

  @Test
  void whatWasMeasuredOnValidationImagesCanBeDrawnAlone() {
    HistoryLines lines = new HistoryLines("val_accuracy", List.of(DENSE), List.of(), RANGE);
    assertEquals(List.of(List.of(0.92, 0.9205, 0.921)), drawn(lines, Ink.BLUE, Dash.SOLID));
    assertTrue(drawn(lines, Ink.BLUE, Dash.DASHED).isEmpty());
  }

  @Test
  void levelsToCompareWithAreLinesOfTheirOwn() {
    Level level = new Level("plain test", 0.91, LineStyle.level(Ink.RED, Dash.DOTTED));
    HistoryLines lines = new HistoryLines("accuracy", List.of(DENSE), List.of(level), RANGE);
    assertEquals(List.of(List.of(0.91, 0.91)), drawn(lines, Ink.RED, Dash.DOTTED));
    assertTrue(legend(lines).contains("plain test 0.9100"));
  }

  @Test
  void theLastEpochBeforeEachFallOfTheLearningRateIsMarked() {
    HistoryLines lines = new HistoryLines(
        "learning_rate",
        List.of(RunHistory.of("a", Histories.of("learning_rate", 1, 1, 0.5, 0.5, 0.25))),
        List.of(),
        RANGE);
    LineChart.Line falls = lines.lines().stream()
        .filter(line -> line.style().dot() == Dot.FALL)
        .findFirst()
        .orElseThrow();
    assertEquals(List.of(2.0, 4.0), falls.x());
    assertTrue(legend(lines).contains("learning rate halved"));
  }

  @Test
  void whatWasLeftOfTheLearningRateIsSaid() {
    assertEquals("learning rate × 0.1", describe(1, 0.1, 0.01));
    assertEquals("learning rate reduced", describe(1, 0.5, 0.4));
    assertEquals("learning rate halved", describe(0.5, 1, 0.5)); // a rise is no fall
  }

  private static String describe(double... rates) {
    return RateCuts.describe(List.of(RateCuts.of(Histories.of("learning_rate", rates))));
  }

  @Test
  void asManyTrainingsAsAChartShowsDifferByColourAndShape() {
    RunHistory[] many = IntStream.range(0, HistoryChart.MOST_RUNS)
        .mapToObj(i -> RunHistory.of("run " + i, Histories.accuracy(2, true)))
        .toArray(RunHistory[]::new);
    HistoryLines lines = lines(many);
    assertEquals(
        many.length,
        IntStream.range(0, many.length)
            .mapToObj(i -> lines.ink(i) + " " + lines.dot(i))
            .distinct()
            .count());
  }
}
