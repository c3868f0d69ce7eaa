package dev.plenum.report.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.ensemble.Combination;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.experiment.analysis.AnalysedImages;
import dev.plenum.experiment.analysis.Analysis;
import dev.plenum.experiment.analysis.Calibration;
import dev.plenum.experiment.analysis.ConfidentLearning;
import dev.plenum.experiment.analysis.Disagreement;
import dev.plenum.experiment.analysis.ExplainedMistake;
import dev.plenum.experiment.analysis.HeatMap;
import dev.plenum.experiment.analysis.Mistake;
import dev.plenum.experiment.analysis.NearestImages.Neighbour;
import dev.plenum.experiment.analysis.Outputs;
import dev.plenum.experiment.analysis.Temperature;
import dev.plenum.experiment.analysis.TrainingLabels;
import dev.plenum.persistence.JsonValue;
import dev.plenum.report.Browser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analysis as text, page and JSON. */
class AnalysisReportTest {
  private static final Dataset IMAGES = TinyMnist.dataset(60, 2);

  @TempDir
  private Path folder;

  /** Sure and right but for one image in a dozen, which another class is seen in. */
  private static Outputs member(int shift) {
    float[] probabilities = new float[600];
    for (int i = 0; i < 60; i++) {
      boolean isWrong = (i + shift) % 12 == 0 || i == 30;
      for (int c = 0; c < 10; c++) {
        int seen = isWrong ? (IMAGES.label(i) + 1) % 10 : IMAGES.label(i);
        probabilities[10 * i + c] = c == seen ? 0.91f : 0.01f;
      }
    }
    return Outputs.of(
        IMAGES.classNames(), IntStream.range(0, 60).map(IMAGES::label).toArray(), probabilities);
  }

  private static HeatMap map(int side) {
    return new HeatMap(
        side,
        side,
        DoubleStream.iterate(-1, v -> v + 0.1).limit((long) side * side).boxed().toList());
  }

  private static Analysis analysis() {
    Outputs outputs = Outputs.of(Combination.average(), List.of(member(0), member(0), member(5)));
    List<Mistake> mistakes = Mistake.in(outputs);
    Temperature temperature = Temperature.fit(outputs);
    return new Analysis(
            new AnalysedImages("tiny", IMAGES, Optional.of(IMAGES), IMAGES),
            outputs,
            mistakes,
            ConfidentLearning.of(outputs),
            Calibration.of(outputs),
            Optional.of(temperature),
            Optional.of(Calibration.of(outputs.at(temperature.value()))),
            Optional.of(Disagreement.of(outputs)),
            List.of(new ExplainedMistake(
                mistakes.get(0),
                map(28),
                Optional.of(map(7)),
                Collections.nCopies(5, new Neighbour(3, 3, 0.5)))),
            Optional.empty())
        .with(TrainingLabels.of(IMAGES, 3, outputs));
  }

  @Test
  void thePageStandsForItselfAndFitsEveryWidth() throws IOException {
    AnalysisReport report = new AnalysisReport("a<b.plenum", analysis());
    report.writeTo(folder);
    String page = Files.readString(folder.resolve(AnalysisReport.PAGE));
    assertTrue(page.contains("a&lt;b.plenum on tiny"), "names are escaped");
    assertTrue(page.contains("Errors: 6 of 60 test images"), page);
    assertTrue(page.contains("The 3 members disagree on 10 test images"), page);
    assertFalse(page.contains("src=\"http") || page.contains("href="), "it needs nothing else");
    for (int width : List.of(360, 1280)) {
      Browser.Page seen = new Browser(folder)
          .open(
              page,
              width,
              width == 360,
              List.of("charts=" + Browser.CHARTS, "images=page.images.length"));
      assertEquals(0, seen.seen("hidden"), "at " + width);
      assertEquals(1, seen.seen("charts"));
      assertEquals(6 + 6 + 6 + 8 + 10, seen.seen("images"));
    }
  }

  @Test
  void theFiguresAreInTheJson() throws IOException {
    Analysis analysis = analysis();
    new AnalysisReport("m", analysis).writeTo(folder);
    JsonValue json = JsonValue.read(folder.resolve(AnalysisReport.JSON));
    assertEquals(0.9, json.required("accuracy").doubleValue(), 1e-12);
    JsonValue first = json.required("labels").required("suspects").elements().get(0);
    assertEquals(
        analysis.labels().suspects().get(0).image(), first.required("image").longValue());
    assertEquals("1", first.required("suggested").text());
    assertEquals(
        analysis.calibration().expectedError(),
        json.required("calibration").required("ece").doubleValue());
    assertEquals(3, json.required("disagreement").required("pairs").elements().size());
    assertEquals(3, json.required("trainingLabels").required("folds").longValue());
    assertEquals(
        5,
        json.required("explained")
            .elements()
            .get(0)
            .required("nearest")
            .elements()
            .size());
  }

  @Test
  void theTextHasTheSurestSuspects() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new AnalysisReport("m", analysis()).print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(text.startsWith("Errors: 6 of 60 test images"), text);
    assertTrue(text.contains("A temperature of "), text);
    assertTrue(text.lines().anyMatch(line -> line.matches(" *30 +0 +1 +0\\.0100 .*")), text);
  }
}
