package dev.plenum.experiment.statistics;

import dev.plenum.api.Evaluation;
import dev.plenum.api.data.Dataset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a classifier made of labelled images.
 *
 * @param labels the true classes
 * @param classes the predicted classes, one per label
 */
public record Predictions(List<Integer> labels, List<Integer> classes) {

  /**
   * Copies the lists.
   *
   * @param labels the true classes
   * @param classes the predicted classes, one per label
   */
  public Predictions {
    labels = List.copyOf(labels);
    classes = List.copyOf(classes);
    if (labels.isEmpty() || labels.size() != classes.size()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "there must be one prediction per label, found %d labels and %d predictions",
          labels.size(),
          classes.size()));
    }
  }

  /**
   * {@return what an evaluation found about these images}
   *
   * @param images have the true classes
   * @param evaluation has a prediction for each, in their order
   */
  public static Predictions of(Dataset images, Evaluation evaluation) {
    return new Predictions(
        IntStream.range(0, images.size()).mapToObj(images::label).toList(),
        IntStream.range(0, images.size()).mapToObj(evaluation::prediction).toList());
  }

  /**
   * {@return those of several parts of the images as one, in their order}
   *
   * @param parts at least one
   */
  public static Predictions joined(List<Predictions> parts) {
    return new Predictions(
        parts.stream().flatMap(part -> part.labels().stream()).toList(),
        parts.stream().flatMap(part -> part.classes().stream()).toList());
  }

  /** {@return the number of images} */
  public int size() {
    return labels.size();
  }

  private boolean isRight(int image) {
    return labels.get(image).equals(classes.get(image));
  }

  /**
   * {@return the share of images of which both say the same, right or wrong}
   *
   * @param other another classifier's of the same images
   * @throws IllegalArgumentException if they are not of the same images
   */
  public double agreement(Predictions other) {
    requireSameImages(other);
    long same =
        images().filter(i -> classes.get(i).equals(other.classes.get(i))).count();
    return (double) same / size();
  }

  /**
   * Tests which of two is right more often.
   *
   * @param other another classifier's of the same images
   * @return the test, of which this classifier is the first
   * @throws IllegalArgumentException if they are not of the same images
   */
  public McNemar test(Predictions other) {
    return pooledTest(List.of(this), List.of(other));
  }

  /**
   * Tests which of two kinds of classifiers is right more often, given several of each. The images
   * are what is independent, not the classifiers' answers to them: so each image counts once, for the
   * kind of which more classifiers get it right. For one classifier of each kind this is McNemar's
   * test itself; for more it is the sign test over images.
   *
   * @param first at least one
   * @param second as many
   * @return the test, with the number of images that each kind wins
   * @throws IllegalArgumentException if not all are of the same images
   */
  public static McNemar pooledTest(List<Predictions> first, List<Predictions> second) {
    Predictions any = first.get(0);
    first.forEach(any::requireSameImages);
    second.forEach(any::requireSameImages);
    int[] excess = any.images().map(i -> right(first, i) - right(second, i)).toArray();
    return new McNemar(
        (int) IntStream.of(excess).filter(difference -> difference > 0).count(),
        (int) IntStream.of(excess).filter(difference -> difference < 0).count());
  }

  private static int right(List<Predictions> all, int image) {
    return (int) all.stream().filter(predictions -> predictions.isRight(image)).count();
  }

  private IntStream images() {
    return IntStream.range(0, size());
  }

  private void requireSameImages(Predictions other) {
    if (!labels.equals(other.labels)) {
      throw new IllegalArgumentException(
          "predictions can be compared on the same images only; the labels differ");
    }
  }
}
