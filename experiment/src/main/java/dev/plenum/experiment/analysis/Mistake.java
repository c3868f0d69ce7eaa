package dev.plenum.experiment.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An image that is taken for another class than that of its label.
 *
 * @param image its index
 * @param label its given class
 * @param prediction what it is taken for
 * @param confidence how probable the prediction is, from 0 to 1
 * @param givenProbability how probable the given class is
 */
public record Mistake(
    int image, int label, int prediction, double confidence, double givenProbability) {
  private static final Comparator<Mistake> BY_CONFIDENCE =
      Comparator.comparingDouble(Mistake::confidence).reversed().thenComparingInt(Mistake::image);

  /**
   * {@return all mistakes, the most confident first, of equal ones that with the lower index}
   *
   * @param outputs what a classifier said of labelled images
   */
  public static List<Mistake> in(Outputs outputs) {
    return IntStream.range(0, outputs.size())
        .filter(i -> !outputs.isRight(i))
        .mapToObj(i -> new Mistake(
            i,
            outputs.label(i),
            outputs.prediction(i),
            outputs.confidence(i),
            outputs.probability(i, outputs.label(i))))
        .sorted(BY_CONFIDENCE)
        .toList();
  }
}
