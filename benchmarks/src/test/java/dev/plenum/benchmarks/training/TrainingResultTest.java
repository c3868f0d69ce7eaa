package dev.plenum.benchmarks.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.typesafe.config.ConfigFactory;
import dev.plenum.benchmarks.network.MeasuredNetwork;
import dev.plenum.persistence.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingResultTest {
  private static final TrainingCell CELL =
      new TrainingCell("purejava", MeasuredNetwork.named("simple-conv"), 2);

  /** A training whose steady epochs take these seconds. */
  private static TrainingRound round(double peak, double steady) {
    CellMeasures measures = new CellMeasures(
        "mnist",
        50_000,
        49_966,
        1.25,
        List.of(5.5, steady, steady, steady + 1),
        List.of(9.0, 1.1 * steady * 49_966 / 50_000),
        List.of(0.3, 0.2, 0.25),
        17.6,
        0);
    return new TrainingRound(peak, measures, measures.toJson());
  }

  private static final TrainingResult RESULT =
      new TrainingResult(CELL, List.of(round(400, 2.5), round(200, 2), round(400, 4)));

  @Test
  void theFirstEpochIsNotSteadyAndTheMiddleOneOfTheOthersCounts() {
    assertEquals(2.5, RESULT.medianOf(CellMeasures::steadyEpochSeconds));
    assertEquals(5.5, RESULT.medianOf(CellMeasures::firstEpochSeconds));
    assertEquals(20_000, RESULT.medianOf(CellMeasures::imagesPerSecond));
  }

  @Test
  void theFractionOfPeakIsThatOfTheSameRound() {
    assertEquals(2 * 6.65024e-3 * 20_000, RESULT.median(round -> round.gigaflops(CELL)), 1e-9);
    // 266 of 400, 332.5 of 200, 166 of 400
    assertEquals(266.0096 / 400, RESULT.median(round -> round.fractionOfPeak(CELL)), 1e-9);
  }

  @Test
  void theAugmentedRatioIsByImage() {
    assertEquals(1.1, RESULT.medianOf(CellMeasures::augmentedRatio), 1e-9);
  }

  @Test
  void theTableHasOneLineForEachCell() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TrainingTable.print(List.of(RESULT), new PrintStream(out, true, StandardCharsets.UTF_8));
    assertEquals("""
        NETWORK      BACKEND   THREADS  FIRST S  EPOCH S  IMAGES/S  GFLOP/S  OF PEAK  AUGMENTED  INFER S  BYTES/STEP  GCS  START S
        simple-conv  purejava        2     5.50     2.50    20,000      266     67 %     x 1.10    0.250          18    0     1.25
        """, out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void theMeasuresOfAProcessSurviveTheWayThroughJson() {
    CellMeasures measures = round(1, 2).measures();
    assertEquals(
        measures, CellMeasures.read(ConfigFactory.parseString(measures.toJson().toLine())));
  }

  @Test
  void failuresAreInTheJsonWithWhatTheProcessSaid() {
    TrainingFailure failure =
        new TrainingFailure(CELL, 2, "it crashed", List.of("one line", "another"));
    JsonObject json = TrainingJson.of(
        new TrainingSettings(3, 50_000, Optional.empty()), List.of(), List.of(), List.of(failure));
    assertEquals("""
        {"batchSize":86,"epochs":3,"results":[],"failures":[{"network":"simple-conv",\
        "backend":"purejava","threads":2,"round":2,"reason":"it crashed",\
        "lastLines":"one line\\nanother"}]}""", json.toLine());
  }
}
