package dev.plenum.api.spi;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Layer;
import dev.plenum.api.Model;
import dev.plenum.api.Optimizer;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import java.util.List;

/**
 * A model but for the computation: a backend adds {@link #update}, {@link #computeLogits} and {@link
 * #release}. They are called with valid arguments, on an open model.
 *
 * @param <P> the backend's parameter store
 */
public abstract class AbstractModel<P extends ParameterStore> implements Model {
  private final Sequential network;
  private final Seed seed;
  private final P parameters;
  private final LifeCycle lifeCycle = new LifeCycle();
  private final LiveOptimizer optimizer;

  /**
   * A model with initial weights.
   *
   * @param parameters room for the network's weights and the optimizer's slots; gets the weights that
   *     follow from the seed
   */
  protected AbstractModel(Sequential network, OptimizerSpec optimizer, Seed seed, P parameters) {
    this.network = network;
    this.seed = seed;
    this.parameters = parameters;
    this.optimizer = new LiveOptimizer(optimizer, parameters, lifeCycle);
    parameters.setWeights(InitialWeights.of(network, seed));
  }

  /**
   * Makes one update of the parameters, with dropout on.
   *
   * @param batch images and labels that fit the network, at least one
   * @param step the global step, from 0; Adam's t is one more
   * @param learningRate the step size of this update
   * @return loss and correct predictions of the batch, before the update
   */
  protected abstract BatchResult update(Batch batch, long step, double learningRate);

  /**
   * Computes what goes into the softmax, without dropout.
   *
   * @param images at least {@code count} images in h, w, c order
   * @param count the number of images, at least 1
   * @param logits has room for {@code count} × {@link #classes} values, and gets them
   */
  protected abstract void computeLogits(float[] images, int count, float[] logits);

  /** Frees memory and threads; called once, when the model is closed. */
  protected abstract void release();

  /** What the constructor was given. */
  protected final P parameters() {
    return parameters;
  }

  @Override
  public final BatchResult trainOnBatch(Batch batch, long step) {
    lifeCycle.requireOpen();
    Requirements.batch(batch, network);
    Requirements.step(step);
    BatchResult result = update(batch, step, optimizer.learningRate());
    optimizer.updated(step);
    return result;
  }

  @Override
  public final void logits(float[] images, int count, float[] logits) {
    lifeCycle.requireOpen();
    Requirements.images(images, count, logits, network);
    computeLogits(images, count, logits);
  }

  @Override
  public final Sequential network() {
    lifeCycle.requireOpen();
    return network;
  }

  @Override
  public final Seed seed() {
    lifeCycle.requireOpen();
    return seed;
  }

  @Override
  public final List<Layer> layers() {
    lifeCycle.requireOpen();
    return network.placedLayers().stream()
        .<Layer>map(placement -> new LiveLayer(placement, parameters, lifeCycle))
        .toList();
  }

  @Override
  public final Optimizer optimizer() {
    lifeCycle.requireOpen();
    return optimizer;
  }

  @Override
  public final NamedTensors weights() {
    lifeCycle.requireOpen();
    return parameters.weights();
  }

  @Override
  public final void setWeights(NamedTensors weights) {
    lifeCycle.requireOpen();
    parameters.setWeights(weights);
  }

  @Override
  public final void close() {
    if (lifeCycle.end()) {
      release();
    }
  }
}
