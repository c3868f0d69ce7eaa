package dev.plenum.api;

import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.metric.Metric;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import java.util.List;
import java.util.Locale;

/**
 * A network that can be trained. It may use several threads itself.
 *
 * <p>Of several threads that use one, each waits for those before it, as {@link Classifier} says; so do
 * the methods of its layers and its optimizer. An evaluation is one such use, and sees one state of the
 * weights. A training by {@link #fit} is many, one for each step: other threads may predict, read and
 * set weights, or close the model between two of them, in which case the training ends with the {@link
 * IllegalStateException} of a closed model. Only another training, {@link #fit} or {@link
 * #trainOnBatch}, waits until the whole training is over.
 *
 * <p>Callbacks are called between two uses, so they may do with the model whatever they like, close it
 * included; they must not wait for another thread that trains it. An image transform is called during
 * one, and must not use the model that it makes images for.
 *
 * <p>A model must be closed: its threads, and with some backends its memory, are not the garbage
 * collector's. One that nobody closed and nobody can reach any more is closed at some time after that,
 * with a warning in the log.
 */
public interface Model extends Classifier {

  /** {@return the network that it runs} */
  Network network();

  /** {@return the seed of its initial weights, its shuffling and its dropout} */
  Seed seed();

  /** {@return its layers from input to output} */
  List<Layer> layers();

  /** {@return what its training makes small} */
  default Loss loss() {
    return Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
  }

  /**
   * {@return what the regularizers of its kernels add to the loss of any images, as the weights are now; 0
   * for most networks}
   */
  default double penalty() {
    return 0;
  }

  /** {@return its optimizer} */
  Optimizer optimizer();

  /**
   * Makes one update of the weights.
   *
   * @param batch images of {@link #inputShape} with labels, at least one
   * @param step the global step, from 0; it keys the dropout masks
   * @return loss and correct predictions of the batch, with dropout on, before the update; the batch keeps
   *     each image's loss ({@link Batch#loss})
   * @throws IllegalArgumentException if the images' shape or a label does not fit
   */
  BatchResult trainOnBatch(Batch batch, long step);

  /**
   * Computes what goes into the softmax, without dropout.
   *
   * @param images {@code count} images in h, w, c order; may be longer
   * @param count the number of images, at least 1
   * @param logits gets {@code count} × {@link #classes} values
   * @throws IllegalArgumentException if an array is too short
   */
  void logits(float[] images, int count, float[] logits);

  /** {@return the weights as they are now, in layer order and Keras's layouts} */
  NamedTensors weights();

  /**
   * Sets all weights.
   *
   * @param weights one array for each of {@link #weights}, by its name and in its shape
   * @throws IllegalArgumentException if names or shapes do not fit
   */
  void setWeights(NamedTensors weights);

  @Override
  default Shape inputShape() {
    return network().input();
  }

  @Override
  default int classes() {
    return network().classes();
  }

  @Override
  default void predict(float[] images, int count, float[] probabilities) {
    if (count < 1 || probabilities.length < (long) count * classes()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "%d images of %d classes do not fit into %d probabilities",
          count,
          classes(),
          probabilities.length));
    }
    float[] logits = new float[count * classes()];
    logits(images, count, logits);
    for (int i = 0; i < count; i++) {
      SoftmaxCrossEntropy.probabilities(
          logits, i * classes(), classes(), probabilities, i * classes());
    }
  }

  @Override
  default Evaluation evaluate(Dataset dataset, List<Metric> metrics) {
    return Evaluator.evaluate(this, dataset, metrics);
  }

  /**
   * Trains epoch by epoch.
   *
   * @param train images of {@link #inputShape}, with as many classes as {@link #classes}
   * @param fit how: epochs, batch size, validation, callbacks
   * @return what was measured, by epoch
   * @throws IllegalArgumentException if the images or classes do not fit the network
   * @throws TrainingDivergedException if the loss becomes NaN or infinite, and no callback accepts that
   */
  default History fit(Dataset train, Fit fit) {
    return new TrainingLoop(this, train, fit).run();
  }
}
