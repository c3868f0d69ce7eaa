package dev.plenum.report.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.History;
import dev.plenum.experiment.Records;
import dev.plenum.experiment.attempt.Attempt;
import dev.plenum.experiment.attempt.Attempts;
import dev.plenum.persistence.JsonValue;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.Data;
import dev.plenum.persistence.RunRecord.Invocation;
import dev.plenum.persistence.RunRecord.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptsReportTest {
  private static final Data DATA = new Data("mnist", Records.SHA256, 60_000, 0, 10_000);

  @TempDir
  Path folder;

  private static TestResult test(int wrong) {
    return new TestResult(0.02, 1 - wrong / 10_000.0, wrong);
  }

  private static RunRecord network(long seed, int wrong) {
    return Records.of("purejava", seed, DATA, test(wrong), History.empty(), 20);
  }

  private Attempt single(long seed, int wrong, OptionalDouble seconds) {
    return new Attempt(
        folder.resolve("runs/seed-" + seed),
        seed,
        test(wrong),
        List.of(network(seed, wrong)),
        seconds);
  }

  private static Attempts attempts(Map<String, String> changes, Attempt... all) {
    return new Attempts(
        "speedrun-99.5", 0.995, changes, Arrays.asList(all), Invocation.of("plenum reproduce"));
  }

  @Test
  void severalRunsHaveAMeanItsErrorAndTheTimeOfThoseThatWereNotInterrupted() throws IOException {
    Attempts attempts = attempts(
        Map.of(),
        single(1, 40, OptionalDouble.of(60)),
        single(2, 50, OptionalDouble.of(64)),
        single(3, 60, OptionalDouble.empty()));
    String text = new AttemptsReport(attempts).markdown();
    // The standard deviation is 0.001, and the error that by the root of three.
    assertTrue(
        text.contains("of 3 runs is 0.9950 (standard error 0.00058, from 0.9940 to 0.9960)"), text);
    assertTrue(text.contains("0.9950 of MNIST’s test images, which it reached"), text);
    assertTrue(text.contains("1 min 2 s from start to end in the median of 2"), text);
    assertTrue(text.contains("| resumed |"), text);

    new AttemptsReport(attempts).writeTo(folder);
    JsonValue json = JsonValue.read(folder.resolve("report.json"));
    assertTrue(json.required("reached").booleanValue());
    assertEquals(
        "runs/seed-2",
        json.required("runs").elements().get(1).required("folder").text());
    assertTrue(json.required("runs").elements().get(2).optional("seconds").isEmpty());
    assertTrue(Files.readString(folder.resolve("report.html")).contains("Recipe speedrun-99.5"));
  }

  @Test
  void aMeanBelowTheTargetHasNotReachedItAndAnotherRecipeIsNotJudged() {
    Attempt run = single(1, 51, OptionalDouble.of(60));
    assertTrue(new AttemptsReport(attempts(Map.of(), run)).markdown().contains("did not reach"));
    String changed = new AttemptsReport(attempts(Map.of("epochs", "3"), run)).markdown();
    assertFalse(changed.contains("reach"), changed);
    assertTrue(changed.contains("not judged by what that is for: epochs = 3."), changed);
  }

  @Test
  void aCommitteeHasItsMembersSpread() {
    Attempt committee = new Attempt(
        folder.resolve("runs/seed-1"),
        1,
        test(20),
        List.of(network(1, 30), network(2, 50)),
        OptionalDouble.of(60));
    String text = new AttemptsReport(attempts(Map.of(), committee)).markdown();
    assertTrue(text.contains("| 0.9960 ± 0.0014 |"), text);
    assertTrue(text.contains("20 of 10,000 images wrong"), text);
  }
}
