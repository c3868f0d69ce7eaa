package dev.plenum.experiment.comparison;

import dev.plenum.experiment.statistics.Holm;
import dev.plenum.experiment.statistics.McNemar;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether two backends differ on one network.
 *
 * @param duel their results
 * @param test McNemar's test over all seeds
 * @param pValue of the test, corrected for the number of duels in the comparison
 */
public record Verdict(Duel duel, McNemar test, double pValue) {
  /** Those of a comparison. */
  static List<Verdict> of(Comparison comparison) {
    List<Duel> duels = comparison.duels();
    List<McNemar> tests = duels.stream().map(Duel::pooledTest).toList();
    List<Double> corrected = Holm.correct(tests.stream().map(McNemar::pValue).toList());
    return IntStream.range(0, duels.size())
        .mapToObj(i -> new Verdict(duels.get(i), tests.get(i), corrected.get(i)))
        .toList();
  }

  /**
   * {@return whether one of them is right about more of the images than chance explains} That is the chance
   * of the images: the trainings are those that there are, see {@link #variesWithTheSeed}.
   */
  public boolean isDecided() {
    return pValue < Holm.SIGNIFICANT;
  }

  /**
   * {@return whether the difference varies so much from seed to seed that other seeds may say otherwise:
   * Student's 95 % interval of the accuracies' difference has 0 in it} A single seed says nothing of others,
   * and this is false.
   */
  public boolean variesWithTheSeed() {
    return duel.accuracyDifference().confidence().stream().anyMatch(between -> between.contains(0));
  }

  /** {@return the name of the one that is right about more images} */
  public String better() {
    return test.onlyFirst() > test.onlySecond() ? duel.first() : duel.second();
  }
}
