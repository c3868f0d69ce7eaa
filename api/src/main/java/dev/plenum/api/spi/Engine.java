package dev.plenum.api.spi;

import dev.plenum.api.BatchResult;
import dev.plenum.api.data.Batch;

/**
 * What computes for one model: a backend's part of it. {@link EngineModel} calls it with valid
 * arguments, by one thread at a time, not always the same, and never after {@link #close}.
 *
 * <p>An engine must not know the model: a model that nobody closes and nobody can reach is closed by a
 * thread of the JVM's, which finds it only because nothing that lives on, such as a worker thread,
 * leads to it.
 */
public interface Engine extends AutoCloseable {

  /** {@return where the weights and the optimizer's slots are} */
  ParameterStore parameters();

  /**
   * Makes one update of the parameters, with dropout on. Gradients have what regularizers add to them.
   *
   * @param batch images and labels that fit the network, at least one
   * @param step the global step, from 0; Adam's t is one more
   * @param learningRate the step size of this update
   * @return loss and correct predictions of the batch, before the update, as {@link
   *     dev.plenum.api.SoftmaxCrossEntropy} computes them for the batch's labels, weights and mixes, and keeps
   *     each image's loss in the batch; the loss does not have what regularizers add
   */
  BatchResult update(Batch batch, long step, double learningRate);

  /**
   * Computes what goes into the softmax, without dropout.
   *
   * @param images at least {@code count} images in h, w, c order
   * @param count the number of images, at least 1
   * @param logits has room for {@code count} values of each class, and gets them
   */
  void computeLogits(float[] images, int count, float[] logits);

  /** Frees threads and memory; called once. */
  @Override
  void close();
}
