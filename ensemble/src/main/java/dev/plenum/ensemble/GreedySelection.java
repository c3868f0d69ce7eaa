package dev.plenum.ensemble;

import dev.plenum.api.Classifier;
import dev.plenum.api.SoftmaxCrossEntropy;
import dev.plenum.api.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses members of a committee by images that they were not trained on: forward selection as in Caruana,
 * Niculescu-Mizil, Crew and Ksikes (2004), <i>Ensemble selection from libraries of models</i>, without
 * replacement, so that each member is there once and counts as much as any other. Step by step that
 * candidate joins with which the committee makes the fewest errors; of several such, that with which its loss is
 * smallest; of these the first. Nothing is random.
 *
 * <p>The images must not be the test images: what was chosen by them looks better on them than it is.
 *
 * @param steps one for each candidate, in the order in which they join
 */
public record GreedySelection(List<Step> steps) {

  /**
   * A candidate joins.
   *
   * @param candidate its index in the list of candidates
   * @param accuracy the committee's with it, 0 … 1
   * @param loss the committee's with it, the mean over the images as {@link Committee#evaluate} has it
   */
  public record Step(int candidate, double accuracy, double loss) {}

  /**
   * Copies the list.
   *
   * @param steps one for each candidate, in the order in which they join; copied
   */
  public GreedySelection {
    steps = List.copyOf(steps);
  }

  /**
   * Selects among classifiers.
   *
   * @param combination how the members decide together
   * @param candidates at least one
   * @param images to judge by
   * @return a step for each candidate
   * @throws IllegalArgumentException if there are no candidates, images or classes do not fit one of them, or the
   *     combination has weights
   */
  public static GreedySelection of(
      Combination combination, List<? extends Classifier> candidates, Dataset images) {
    return among(
        combination,
        candidates.stream().map(candidate -> probabilities(candidate, images)).toList(),
        images);
  }

  /**
   * Selects by what classifiers have said, see {@link #probabilities}.
   *
   * @param combination how the members decide together
   * @param probabilities of each candidate: those of all classes, image after image
   * @param images those that they were asked about, to judge by
   * @return a step for each candidate
   * @throws IllegalArgumentException if there are none, the lengths do not fit, or the combination has weights
   */
  public static GreedySelection among(
      Combination combination, List<float[]> probabilities, Dataset images) {
    int length = images.size() * images.classNames().size();
    if (probabilities.isEmpty()) {
      throw new IllegalArgumentException("there must be a candidate to select");
    }
    if (probabilities.stream().anyMatch(outputs -> outputs.length != length)) {
      throw new IllegalArgumentException(
          "each candidate must say " + length + " probabilities of these images");
    }
    requireNoWeights(combination);
    return new GreedySelection(new Search(combination, probabilities, images).steps());
  }

  /**
   * Checks that members that are selected can decide so.
   *
   * @param combination how the members are to decide together
   * @throws IllegalArgumentException if the combination has weights
   */
  public static void requireNoWeights(Combination combination) {
    if (!combination.weights().isEmpty()) {
      throw new IllegalArgumentException(
          "members that are selected have no weights: choose another combination");
    }
  }

  /**
   * {@return what a classifier says of images: the probabilities of all classes, image after image}
   *
   * @param classifier tells as many classes apart as the images have
   * @param images with the values that the classifier takes
   * @throws IllegalArgumentException if images or classes do not fit
   */
  public static float[] probabilities(Classifier classifier, Dataset images) {
    Requests.requireFit(classifier, "candidate", images);
    int size = images.imageShape().size();
    int classes = classifier.classes();
    float[] values = new float[Committee.CHUNK * size];
    float[] chunk = new float[Committee.CHUNK * classes];
    float[] all = new float[images.size() * classes];
    for (int start = 0; start < images.size(); start += Committee.CHUNK) {
      int count = Math.min(Committee.CHUNK, images.size() - start);
      for (int i = 0; i < count; i++) {
        images.copyImage(start + i, values, i * size);
      }
      classifier.predict(values, count, chunk);
      System.arraycopy(chunk, 0, all, start * classes, count * classes);
    }
    return all;
  }

  /**
   * {@return the first so many that join, as indices of the list of candidates, ascending}
   *
   * @param members how many, at least 1 and no more than there are candidates
   * @throws IllegalArgumentException if there are not so many, or less than 1 is asked for
   */
  public List<Integer> chosen(int members) {
    if (members < 1 || members > steps.size()) {
      throw new IllegalArgumentException(
          "from 1 to %s members can be selected, not %s".formatted(steps.size(), members));
    }
    return steps.subList(0, members).stream().map(Step::candidate).sorted().toList();
  }

  /** The search for the next member, again and again. */
  private static final class Search {
    private final Combination combination;
    private final List<float[]> candidates;
    private final int[] labels;
    private final int classes;
    private final float[] combined;

    Search(Combination combination, List<float[]> candidates, Dataset images) {
      this.combination = combination;
      this.candidates = candidates;
      this.labels = IntStream.range(0, images.size()).map(images::label).toArray();
      this.classes = images.classNames().size();
      this.combined = new float[labels.length * classes];
    }

    List<Step> steps() {
      List<Step> steps = new ArrayList<>();
      List<Integer> left =
          new ArrayList<>(IntStream.range(0, candidates.size()).boxed().toList());
      List<float[]> members = new ArrayList<>();
      while (!left.isEmpty()) {
        Step best = with(members, left.get(0));
        for (int candidate : left.subList(1, left.size())) {
          Step step = with(members, candidate);
          best = isBetter(step, best) ? step : best;
        }
        steps.add(best);
        members.add(candidates.get(best.candidate()));
        left.remove(Integer.valueOf(best.candidate()));
      }
      return steps;
    }

    private static boolean isBetter(Step one, Step other) {
      int byAccuracy = Double.compare(one.accuracy(), other.accuracy());
      return byAccuracy > 0 || (byAccuracy == 0 && Double.compare(one.loss(), other.loss()) < 0);
    }

    private Step with(List<float[]> members, int candidate) {
      List<float[]> all = new ArrayList<>(members);
      all.add(candidates.get(candidate));
      int right = 0;
      double loss = 0;
      for (int i = 0; i < labels.length; i++) {
        combination.combine(all, i * classes, classes, combined);
        right += SoftmaxCrossEntropy.argmax(combined, i * classes, classes) == labels[i] ? 1 : 0;
        loss += ClippedLoss.of(combined[i * classes + labels[i]]);
      }
      return new Step(candidate, (double) right / labels.length, loss / labels.length);
    }
  }
}
