package dev.plenum.app.compare.report;

import dev.plenum.app.compare.Comparison;
import dev.plenum.app.compare.Duel;
import dev.plenum.app.statistics.Holm;
import dev.plenum.app.statistics.McNemar;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two backends on one network, and whether they differ.
 *
 * @param duel their results
 * @param test McNemar's test over all seeds
 * @param pValue of the test, corrected for the number of duels in the comparison
 */
record JudgedDuel(Duel duel, McNemar test, double pValue) {
  private static final double SIGNIFICANT = 0.05;

  /** All of a comparison. */
  static List<JudgedDuel> of(Comparison comparison) {
    List<Duel> duels = comparison.duels();
    List<McNemar> tests = duels.stream().map(Duel::pooledTest).toList();
    List<Double> corrected = Holm.correct(tests.stream().map(McNemar::pValue).toList());
    return IntStream.range(0, duels.size())
        .mapToObj(i -> new JudgedDuel(duels.get(i), tests.get(i), corrected.get(i)))
        .toList();
  }

  /** Whether one of them is more accurate than chance explains. */
  boolean isDecided() {
    return pValue < SIGNIFICANT;
  }

  /** The name of the one that is right about more images. */
  String better() {
    return test.onlyFirst() > test.onlySecond() ? duel.first() : duel.second();
  }
}
