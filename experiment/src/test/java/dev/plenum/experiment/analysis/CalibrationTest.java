package dev.plenum.experiment.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.ensemble.Combination;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Calibration and temperature, beside values by hand and by NumPy 2.4. */
class CalibrationTest {
  private static final List<String> TWO = List.of("no", "yes");

  /** Images of the class "yes" with these probabilities of it, and of "no" with the others. */
  private static Outputs ofYes(float[] yes, int... labels) {
    float[] probabilities = new float[2 * yes.length];
    for (int i = 0; i < yes.length; i++) {
      probabilities[2 * i] = 1 - yes[i];
      probabilities[2 * i + 1] = yes[i];
    }
    return Outputs.of(TWO, labels, probabilities);
  }

  @Test
  void twoBinsByHand() {
    // confidence 0.75: one of two is right; confidence 1: both are
    Calibration found = Calibration.of(ofYes(new float[] {0.75f, 0.75f, 1, 1}, 1, 0, 1, 1));
    assertEquals(
        List.of(new Calibration.Bin(2, 0.75, 0.5), new Calibration.Bin(2, 1, 1)),
        found.equalWidth());
    assertEquals(0.125, found.expectedError(), 1e-15); // 2/4 · 0.25
    assertEquals(0.25, found.maximumError(), 1e-15);
    // two of (0.25² + 0.25²), (0.75² + 0.75²), and 0, 0
    assertEquals((2 * 0.0625 + 2 * 0.5625) / 4, found.brier(), 1e-15);
    assertEquals(-(Math.log(0.75) + Math.log(0.25)) / 4, found.logLoss(), 1e-12);
  }

  @Test
  void numPySaysTheSame() {
    Outputs outputs = GeneratedOutputs.make();
    Calibration found = Calibration.of(outputs);
    assertEquals(0.575, outputs.accuracy());
    assertEquals(0.1961025007069111, found.expectedError(), 1e-9);
    assertEquals(0.44351500272750854, found.maximumError(), 1e-9);
    assertEquals(0.23770552799105643, found.adaptiveError(), 1e-9);
    assertEquals(0.5138119090462494, found.brier(), 1e-9);
    assertEquals(0.8342520076426894, found.logLoss(), 1e-9);
    assertEquals(
        40, found.equalCount().stream().mapToInt(Calibration.Bin::images).sum());
    assertTrue(found.equalCount().stream().allMatch(bin -> bin.images() == 2 || bin.images() == 3));
  }

  @Test
  void theTemperatureIsThatOfNewtonsMethodInNumPy() {
    Temperature found = Temperature.fit(GeneratedOutputs.make());
    assertEquals(1.270234352751793, found.value(), 1e-6);
    assertEquals(0.8222854394710988, found.after().logLoss(), 1e-8);
    assertEquals(0.8342520076426894, found.before().logLoss(), 1e-9);
  }

  @Test
  void aTemperatureInClosedForm() {
    // Three of four are right at logit difference ln 9 (0.9): calibrated they would say 0.75, that
    // is
    // ln 3, so that T = ln 9 / ln 3 = 2.
    Temperature found = Temperature.fit(ofYes(
        new float[] {0.9f, 0.9f, 0.9f, 0.9f, 0.1f, 0.1f, 0.1f, 0.1f}, 1, 1, 1, 0, 0, 0, 0, 1));
    assertEquals(2, found.value(), 1e-6);
    assertEquals(0.15, found.before().expectedError(), 1e-6);
    assertEquals(0, found.after().expectedError(), 1e-5);
  }

  @Test
  void whatNoTemperatureMakesBetterKeepsOne() {
    float[] votes = {1, 1, 0, 0}; // softened they would lose
    Outputs one = ofYes(votes, 1, 1, 0, 0);
    assertEquals(
        1,
        Temperature.fit(Outputs.of(Combination.majorityVote(), List.of(one, one)))
            .value());
  }

  @Test
  void membersOfACommitteeShareTheTemperature() {
    Outputs sure = ofYes(new float[] {0.99f, 0.99f, 0.99f}, 1, 1, 0);
    Outputs unsure = ofYes(new float[] {0.6f, 0.7f, 0.3f}, 1, 1, 0);
    Outputs both = Outputs.of(Combination.average(), List.of(sure, unsure));
    Outputs cooled = both.at(2);
    double mean = (sure.at(2).probability(0, 1) + unsure.at(2).probability(0, 1)) / 2.0;
    assertEquals(mean, cooled.probability(0, 1), 1e-7);
    assertEquals(
        Math.sqrt(0.99) / (Math.sqrt(0.99) + Math.sqrt(0.01)), sure.at(2).probability(0, 1), 1e-6);
    double best = Temperature.fit(both).after().logLoss();
    assertTrue(IntStream.rangeClosed(1, 40)
        .mapToDouble(i -> Calibration.logLoss(both.at(i / 4.0)))
        .allMatch(loss -> loss >= best - 1e-9));
  }

  @Test
  void aProbabilityOfNothingCountsAsTheSmallestFloat() {
    Calibration found = Calibration.of(ofYes(new float[] {0}, 1));
    assertEquals(-Math.log(Float.MIN_VALUE), found.logLoss(), 1e-9);
    assertEquals(1, found.expectedError());
    assertEquals(2, found.brier());
  }

  @Test
  void outputsThatAreNotNumbersAreRefused() {
    assertThrows(IllegalStateException.class, () -> ofYes(new float[] {Float.NaN}, 1));
    assertThrows(IllegalArgumentException.class, () -> ofYes(new float[] {1}, 2));
    assertThrows(IllegalArgumentException.class, () -> ofYes(new float[] {1, 1}, 1));
    assertFalse(ofYes(new float[] {1}, 0).isRight(0));
  }
}
