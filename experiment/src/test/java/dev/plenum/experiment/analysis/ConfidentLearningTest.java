package dev.plenum.experiment.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.ensemble.Combination;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Suspects, errors and disagreement, beside values by hand and by NumPy 2.4. */
class ConfidentLearningTest {

  @Test
  void thresholdsJointAndSuspectsByHand() {
    Outputs outputs = Outputs.of(List.of("a", "b"), new int[] {0, 0, 0, 1, 1}, new float[] {
      0.75f, 0.25f, 0.5f, 0.5f, 0, 1, 0.25f, 0.75f, 0.25f, 0.75f
    });
    ConfidentLearning found = ConfidentLearning.of(outputs);
    // a: (0.75 + 0.5 + 0) / 3; b: 0.75
    assertEquals(1.25 / 3, found.thresholds().get(0), 1e-12);
    assertEquals(0.75, found.thresholds().get(1), 1e-12);
    // in the second image a is seen, as 0.5 is more than its threshold; in the third b
    assertEquals(List.of(List.of(2, 1), List.of(0, 2)), found.joint());
    assertEquals(List.of(new Suspect(2, 0, 1, 0, 1, -1, true)), found.suspects());
    assertEquals(1, found.estimatedErrors(), 1e-12);
  }

  @Test
  void numPySaysTheSame() {
    ConfidentLearning found = ConfidentLearning.of(GeneratedOutputs.make());
    assertEquals(0.54925558, found.thresholds().get(0), 1e-8);
    assertEquals(0.4915898, found.thresholds().get(1), 1e-8);
    assertEquals(0.58848578, found.thresholds().get(2), 1e-8);
    assertEquals(List.of(List.of(4, 1, 0), List.of(3, 10, 4), List.of(1, 2, 6)), found.joint());
    assertEquals(13.701960784313734, found.estimatedErrors(), 1e-9);
    assertEquals(
        List.of(29, 28, 9, 38, 10, 3, 19, 33, 30, 13, 27, 24, 4, 12, 37, 32, 1),
        found.suspects().stream().map(Suspect::image).toList());
    assertEquals(
        List.of(29, 28, 9, 38, 10, 3, 19, 33, 30, 13, 27),
        found.suspects().stream()
            .filter(Suspect::isConfident)
            .map(Suspect::image)
            .toList());
    assertEquals(-0.7120760679244995, found.suspects().get(0).margin(), 1e-8);
    assertEquals(2, found.suspects().get(0).suggested());
  }

  @Test
  void aClassWithoutImagesIsNeverSeenButItsImagesAreSuspect() {
    ConfidentLearning found = ConfidentLearning.of(
        Outputs.of(List.of("a", "b"), new int[] {0, 0}, new float[] {1, 0, 0, 1}));
    assertTrue(found.thresholds().get(1).isNaN());
    assertEquals(List.of(List.of(1, 0), List.of(0, 0)), found.joint());
    assertEquals(List.of(new Suspect(1, 0, 1, 0, 1, -1, false)), found.suspects());
  }

  @Test
  void theMostConfidentMistakesComeFirst() {
    Outputs outputs = Outputs.of(List.of("a", "b", "c"), new int[] {0, 1, 2, 0}, new float[] {
      0.25f, 0.5f, 0.25f, 0, 1, 0, 0.75f, 0.25f, 0, 0.25f, 0.5f, 0.25f
    });
    assertEquals(
        List.of(
            new Mistake(2, 2, 0, 0.75, 0),
            new Mistake(0, 0, 1, 0.5, 0.25),
            new Mistake(3, 0, 1, 0.5, 0.25)),
        Mistake.in(outputs));
  }

  @Test
  void whereMembersDisagree() {
    int[] labels = {0, 0, 1};
    List<String> names = List.of("a", "b");
    Outputs one = Outputs.of(names, labels, new float[] {1, 0, 1, 0, 0, 1});
    Outputs two = Outputs.of(names, labels, new float[] {1, 0, 0, 1, 0, 1});
    Outputs three = Outputs.of(names, labels, new float[] {1, 0, 0.75f, 0.25f, 0.75f, 0.25f});
    Disagreement found =
        Disagreement.of(Outputs.of(Combination.average(), List.of(one, two, three)));
    double third = 1.0 / 3;
    assertEquals(
        List.of(
            List.of(0.0, third, third),
            List.of(third, 0.0, 2 * third),
            List.of(third, 2 * third, 0.0)),
        found.pairs());
    assertEquals(
        List.of(1, 2),
        found.disputed().stream().map(Disagreement.Disputed::image).toList());
    Disagreement.Disputed first = found.disputed().get(0);
    assertEquals(List.of(0, 1, 0), first.votes());
    assertEquals(2 * third, first.share(), 1e-12);
    double p = 1.75 / 3; // of a, in the mean
    double entropy = -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    double mean = (-0.75 * Math.log(0.75) - 0.25 * Math.log(0.25)) / 3;
    assertEquals(entropy - mean, first.information(), 1e-7);
  }
}
