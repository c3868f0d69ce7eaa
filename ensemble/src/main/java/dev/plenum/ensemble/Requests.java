package dev.plenum.ensemble;

import dev.plenum.api.Classifier;
import dev.plenum.api.data.Dataset;
import java.util.Locale;

/** Whether a classifier can do what it is asked to. */
final class Requests {
  private Requests() {}

  /** There must be so many images, and room for what is said of them. */
  static void requireRoom(Classifier classifier, float[] images, int count, float[] probabilities) {
    if (count < 1 || images.length < (long) count * classifier.inputShape().size()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "at least 1 image of shape %s is needed, found %d in %d values",
          classifier.inputShape(),
          count,
          images.length));
    }
    if (probabilities.length < (long) count * classifier.classes()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "%d images of %d classes do not fit into %d probabilities",
          count,
          classifier.classes(),
          probabilities.length));
    }
  }

  /**
   * Images and classes must be the classifier's.
   *
   * @param what it is, for messages: {@code committee}
   */
  static void requireFit(Classifier classifier, String what, Dataset dataset) {
    if (!dataset.imageShape().equals(classifier.inputShape())) {
      throw new IllegalArgumentException("the %s takes images of shape %s, the dataset has %s"
          .formatted(what, classifier.inputShape(), dataset.imageShape()));
    }
    if (dataset.classNames().size() != classifier.classes()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "the %s tells %d classes apart, the dataset has %d",
          what,
          classifier.classes(),
          dataset.classNames().size()));
    }
  }
}
