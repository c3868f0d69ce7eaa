package dev.plenum.report.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.experiment.reference.Reproductions;
import dev.plenum.experiment.reference.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReproductionFindingsTest {
  @Test
  void resultsThatHoldAreSaidToHold() {
    assertEquals(
        List.of(
            "The results hold: none of the 6 stages is below the published accuracy by more than two standard errors.",
            "The deep committee misclassifies 26 of 10,000 test images (accuracy 0.9974); the original misclassified 26 of MNIST's 10,000."),
        ReproductionFindings.of(Reproductions.published()));
  }

  @Test
  void aStageThatFallsShortIsNamedWithItsFigures() {
    List<String> verdict = ReproductionFindings.of(Reproductions.of(List.of(
        Reproductions.published(Stage.SIMPLE_CONV),
        Reproductions.with(Stage.AUGMENTATION, 0.03, 0.9900))));
    assertEquals(
        "The results do not hold in full: 1 of 2 stages is below the published accuracy by more than two standard errors.",
        verdict.get(0));
    assertEquals(
        "Stage 2 (simple-conv + augmentation) reaches 0.9900, the original 0.9937: 4.7 standard errors less.",
        verdict.get(1));
    assertEquals("Not run: stages 1b, 3, 4, 5.", verdict.get(2));
  }

  @Test
  void aQuickRunHasNoVerdict() {
    List<String> verdict = ReproductionFindings.of(
        Reproductions.of(List.of(Reproductions.with(Stage.DENSE, 0.5, 0.5)), true, "digits"));
    assertTrue(verdict.get(0).startsWith("No verdict: the published figures"), verdict.get(0));
    assertEquals("Not run: stages 1a, 2, 3, 4, 5.", verdict.get(1));
  }
}
