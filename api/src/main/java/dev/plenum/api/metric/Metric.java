package dev.plenum.api.metric;

import dev.plenum.api.provenance.Described;

/**
 * A measure of how good a classifier is on a number of images, beside the loss and the accuracy, which
 * are always measured.
 *
 * <pre>{@code
 * model.fit(train, Fit.epochs(5).validation(validation).metrics(TopKAccuracy.of(5), MacroF1.instance()));
 * model.evaluate(test, List.of(TopKAccuracy.of(5))).value("top_5_accuracy");
 * }</pre>
 *
 * <p>A training measures it on the validation images after each epoch, and records it as {@code
 * val_}{@link #name}. It is not measured on training images: from a training step a backend returns the
 * loss and the number of right predictions, not the probabilities. So nothing of it is in progress
 * between two steps, and a checkpoint holds the values of finished epochs only.
 *
 * <p>Immutable; each measurement has an {@link Accumulator} of its own. As a service ({@code
 * META-INF/services/dev.plenum.api.metric.Metric}) the command line finds it by its name.
 */
public interface Metric extends Described {

  /**
   * {@return what evaluations, histories and files call it: lower-case letters, digits and underscores,
   * beginning with a letter, {@code top_5_accuracy}; see {@link MetricNames#requireUsable}}
   */
  String name();

  /** {@return whether greater values are better; else smaller ones are} */
  boolean isHigherBetter();

  /**
   * Begins a measurement.
   *
   * @param classes the number of classes
   * @return the measurement, of no images yet
   * @throws IllegalArgumentException if it cannot be measured on so many
   */
  Accumulator accumulator(int classes);

  /** A measurement under way: it is given every image once, in the order of the dataset. */
  interface Accumulator {

    /**
     * Adds an image.
     *
     * @param probabilities those of the classes begin at {@code offset}, each 0 … 1; all NaN if the
     *     network's outputs are not finite. The array is used again, and must not be changed
     * @param offset where they begin
     * @param label the true class
     * @param prediction the predicted class: the one with the largest output, of equal ones the first
     */
    void add(float[] probabilities, int offset, int label, int prediction);

    /** {@return the metric over all images added so far; NaN where it is not defined} */
    double value();
  }
}
