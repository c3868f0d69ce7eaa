package dev.plenum.experiment.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction: who makes several tests finds a small p sooner or later. The smallest of n
 * p-values is multiplied by n, the next by n − 1, and so on; none may be smaller than one before it.
 */
public final class Holm {
  /** Below this a corrected p is called significant. */
  public static final double SIGNIFICANT = 0.05;

  private Holm() {}

  /**
   * {@return the corrected p-values, in the order of those given}
   *
   * @param pValues of all tests, each 0 … 1
   */
  public static List<Double> correct(List<Double> pValues) {
    int count = pValues.size();
    Double[] corrected = new Double[count];
    double largest = 0;
    List<Integer> ascending = IntStream.range(0, count)
        .boxed()
        .sorted(Comparator.comparing(pValues::get))
        .toList();
    for (int rank = 0; rank < count; rank++) {
      int index = ascending.get(rank);
      largest = Math.max(largest, Math.min(1, (count - rank) * pValues.get(index)));
      corrected[index] = largest;
    }
    return List.of(corrected);
  }
}
