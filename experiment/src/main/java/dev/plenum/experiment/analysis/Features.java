package dev.plenum.experiment.analysis;

import dev.plenum.api.Backend;
import dev.plenum.api.Model;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.Seed;
import dev.plenum.persistence.SavedModel;

/**
 * What a network computes somewhere inside, on any backend: the network up to there, as a model of its own.
 */
final class Features implements AutoCloseable {
  private final Model model;
  private final Shape shape;

  Features(SavedModel saved, NetworkCut cut, Backend backend) {
    model = backend.compile(cut.trunk(), Sgd.defaults(), new Seed(0));
    shape = cut.shape();
    try {
      model.setWeights(cut.trunkWeights(saved.weights()));
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  /** Of one image. */
  Shape shape() {
    return shape;
  }

  /**
   * Computes them.
   *
   * @param images {@code count} inputs of the network, one after another
   * @return {@code count} values of {@link #shape}, one after another
   */
  float[] of(float[] images, int count) {
    float[] values = new float[count * shape.size()];
    model.logits(images, count, values);
    return values;
  }

  @Override
  public void close() {
    model.close();
  }
}
