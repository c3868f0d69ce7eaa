package dev.plenum.api;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.metric.Metric;
import dev.plenum.api.network.Shape;
import java.util.List;

/**
 * What tells the classes of images apart: a model, or several that vote.
 *
 * <p>Any thread may use it, one at a time: a call that comes while another is computing waits for it,
 * in the order in which they came, so that each gets the answer that it would get alone. {@link
 * #close} waits likewise, and frees; every call after it, one that was waiting included, throws {@link
 * IllegalStateException}. So does a call that is interrupted while it waits. For more answers in the
 * same time, give each thread a classifier of its own.
 */
public interface Classifier extends AutoCloseable {

  /** {@return (height, width, channels) of the images it takes} */
  Shape inputShape();

  /** {@return the number of classes} */
  int classes();

  /**
   * Computes the probability of each class.
   *
   * @param images {@code count} images in h, w, c order, one after another, values as in training
   *     (usually 0 … 1); may be longer
   * @param count the number of images, at least 1
   * @param probabilities gets {@code count} × {@link #classes} values
   * @throws IllegalArgumentException if an array is too short
   * @throws IllegalStateException if the classifier is closed
   */
  void predict(float[] images, int count, float[] probabilities);

  /**
   * Measures loss and accuracy on a dataset.
   *
   * @param dataset images of {@link #inputShape}, with as many classes as {@link #classes}
   * @return loss, accuracy and every prediction
   * @throws IllegalArgumentException if its images or classes do not fit
   */
  default Evaluation evaluate(Dataset dataset) {
    return evaluate(dataset, List.of());
  }

  /**
   * Measures loss, accuracy and other metrics on a dataset.
   *
   * @param dataset images of {@link #inputShape}, with as many classes as {@link #classes}
   * @param metrics those beside loss and accuracy; may be none
   * @return loss, accuracy, the other metrics and every prediction
   * @throws IllegalArgumentException if its images or classes do not fit, or the metrics are refused, see
   *     {@link dev.plenum.api.metric.Accumulators}
   */
  Evaluation evaluate(Dataset dataset, List<Metric> metrics);

  /** Frees what it holds, when the calls that came before are done. A second call does nothing. */
  @Override
  void close();
}
