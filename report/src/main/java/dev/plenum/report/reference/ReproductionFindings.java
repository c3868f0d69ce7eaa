package dev.plenum.report.reference;

import dev.plenum.experiment.reference.Reproduction;
import dev.plenum.experiment.reference.Stage;
import dev.plenum.experiment.reference.StageResult;
import dev.plenum.report.page.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the results mean, in sentences. */
final class ReproductionFindings {
  private final Reproduction reproduction;

  private ReproductionFindings(Reproduction reproduction) {
    this.reproduction = reproduction;
  }

  /** The sentences, the most important first. */
  static List<String> of(Reproduction reproduction) {
    return new ReproductionFindings(reproduction).sentences();
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (reproduction.isComparable()) {
      addComparison(sentences);
    } else {
      sentences.add("No verdict: " + lowerFirst(StageTable.orientation(reproduction)));
    }
    reproduction.result(Stage.DEEP_COMMITTEE).ifPresent(deep -> sentences.add(deepCommittee(deep)));
    List<String> missing = Arrays.stream(Stage.values())
        .filter(stage -> reproduction.result(stage).isEmpty())
        .map(Stage::id)
        .toList();
    if (!missing.isEmpty()) {
      sentences.add("Not run: " + named(missing) + ".");
    }
    return sentences;
  }

  private void addComparison(List<String> sentences) {
    int all = reproduction.stages().size();
    List<StageResult> below = reproduction.stages().stream()
        .filter(result -> !result.holds(reproduction.data().test()))
        .toList();
    if (below.isEmpty()) {
      sentences.add(
          "The results hold: %s below the published accuracy by more than two standard errors."
              .formatted(all == 1 ? "the stage is not" : "none of the " + all + " stages is"));
      return;
    }
    sentences.add(String.format(
            Locale.ROOT,
            "The results do not hold in full: %d of %d %s below the published accuracy by ",
            below.size(),
            all,
            below.size() == 1 ? "stages is" : "stages are")
        + "more than two standard errors.");
    below.forEach(result -> sentences.add(shortfall(result)));
  }

  private String shortfall(StageResult result) {
    return String.format(
        Locale.ROOT,
        "Stage %s (%s) reaches %s, the original %s: %.1f standard errors less.",
        result.stage().id(),
        result.stage().title(),
        Figures.score(result.accuracy()),
        Figures.score(result.stage().published().accuracy()),
        -result.standardErrors(reproduction.data().test()));
  }

  private String deepCommittee(StageResult deep) {
    return "The deep committee misclassifies %s of %s test images (accuracy %s); the original misclassified %s of MNIST's 10,000."
        .formatted(
            Figures.count(deep.committee().orElseThrow().misclassified()),
            Figures.count(reproduction.data().test()),
            Figures.score(deep.accuracy()),
            Figures.count(deep.stage().published().misclassified().orElseThrow()));
  }

  private static String named(List<String> ids) {
    return (ids.size() == 1 ? "stage " : "stages ")
        + ids.stream().collect(Collectors.joining(", "));
  }

  private static String lowerFirst(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }
}
