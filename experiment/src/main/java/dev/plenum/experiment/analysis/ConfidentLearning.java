package dev.plenum.experiment.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Labels that are probably wrong, found by confident learning (Northcutt, Jiang and Chuang 2021): a class
 * counts as seen in an image if its probability reaches the mean that it has in images with its label; of
 * several the most probable. Suspect is an image in which another class than that of its label is seen, or
 * is more probable than it: a good classifier is so sure of most images that the doubt which a wrong label
 * leaves seldom reaches the mean. The suspects are ranked by their margins, whichever made them suspect.
 *
 * @param thresholds by class: the mean probability in images with its label; NaN if there is none
 * @param joint by given and seen class: the number of images; those in which no class is seen are left out
 * @param estimatedErrors how many labels are wrong by the joint, once its rows are scaled to the numbers of
 *     labels
 * @param suspects by their margin, the surest first
 */
public record ConfidentLearning(
    List<Double> thresholds,
    List<List<Integer>> joint,
    double estimatedErrors,
    List<Suspect> suspects) {
  private static final Comparator<Suspect> SUREST_FIRST =
      Comparator.comparingDouble(Suspect::margin).thenComparingInt(Suspect::image);

  /**
   * Copies the lists.
   *
   * @param thresholds by class: the mean probability in images with its label; NaN if there is none
   * @param joint by given and seen class: the number of images
   * @param estimatedErrors how many labels are wrong by the joint, scaled to the numbers of labels
   * @param suspects by their margin, the surest first
   */
  public ConfidentLearning {
    thresholds = List.copyOf(thresholds);
    joint = joint.stream().map(List::copyOf).toList();
    suspects = List.copyOf(suspects);
  }

  /**
   * Looks at the labels of images.
   *
   * @param outputs of a classifier that has not been trained on these images
   * @return the suspects, and what they were found by
   */
  public static ConfidentLearning of(Outputs outputs) {
    double[] thresholds = thresholds(outputs);
    int[][] joint = new int[outputs.classes()][outputs.classes()];
    List<Suspect> suspects = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      int label = outputs.label(i);
      OptionalInt seen = seen(outputs, i, thresholds);
      seen.ifPresent(c -> joint[label][c]++);
      boolean isConfident = seen.isPresent() && seen.getAsInt() != label;
      if (isConfident || !outputs.isRight(i)) {
        suspects.add(suspect(outputs, i, isConfident));
      }
    }
    suspects.sort(SUREST_FIRST);
    return new ConfidentLearning(
        IntStream.range(0, thresholds.length).mapToObj(c -> thresholds[c]).toList(),
        IntStream.range(0, joint.length)
            .mapToObj(c -> IntStream.of(joint[c]).boxed().toList())
            .toList(),
        errors(joint, outputs),
        suspects);
  }

  private static double[] thresholds(Outputs outputs) {
    double[] sums = new double[outputs.classes()];
    int[] counts = counts(outputs);
    for (int i = 0; i < outputs.size(); i++) {
      sums[outputs.label(i)] += outputs.probability(i, outputs.label(i));
    }
    return IntStream.range(0, sums.length)
        .mapToDouble(c -> counts[c] == 0 ? Double.NaN : sums[c] / counts[c])
        .toArray();
  }

  private static int[] counts(Outputs outputs) {
    int[] counts = new int[outputs.classes()];
    IntStream.range(0, outputs.size()).forEach(i -> counts[outputs.label(i)]++);
    return counts;
  }

  /** The most probable of the classes that reach their threshold; none reaches NaN. */
  private static OptionalInt seen(Outputs outputs, int image, double[] thresholds) {
    int best = -1;
    for (int c = 0; c < thresholds.length; c++) {
      double probability = outputs.probability(image, c);
      boolean isBetter = best < 0 || probability > outputs.probability(image, best);
      if (probability >= thresholds[c] && isBetter) {
        best = c;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private static Suspect suspect(Outputs outputs, int image, boolean isConfident) {
    int given = outputs.label(image);
    int other = IntStream.range(0, outputs.classes())
        .filter(c -> c != given)
        .reduce((best, c) ->
            outputs.probability(image, c) > outputs.probability(image, best) ? c : best)
        .orElse(given);
    double own = outputs.probability(image, given);
    double suggested = outputs.probability(image, other);
    return new Suspect(image, given, other, own, suggested, own - suggested, isConfident);
  }

  private static double errors(int[][] joint, Outputs outputs) {
    int[] counts = counts(outputs);
    double errors = 0;
    for (int given = 0; given < joint.length; given++) {
      int seen = IntStream.of(joint[given]).sum();
      if (seen > 0) {
        errors += (double) (seen - joint[given][given]) / seen * counts[given];
      }
    }
    return errors;
  }
}
