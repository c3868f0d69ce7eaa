package dev.plenum.backend.purejava.internal.model;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Layer;
import dev.plenum.api.Model;
import dev.plenum.api.Optimizer;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.backend.purejava.internal.kernels.Kernels;
import dev.plenum.backend.purejava.internal.layers.Workers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network in training. Its buffers grow with the batches it is given. */
public final class PureJavaModel implements Model {
  /** How many images are predicted at a time, if training has not made room for more. */
  private static final int PREDICTION_BATCH = 64;

  private final Sequential network;
  private final Seed seed;
  private final Parameters parameters;
  private final PureJavaOptimizer optimizer;
  private final Workers workers;
  private @Nullable NetworkRun run;
  private @Nullable LossRun loss;
  private boolean closed;

  /** A model with initial weights. */
  public PureJavaModel(
      Sequential network, OptimizerSpec optimizer, Seed seed, int threads, Kernels kernels) {
    this.network = network;
    this.seed = seed;
    parameters = new Parameters(network, optimizer.slots());
    parameters.setWeights(InitialWeights.of(network, seed));
    this.optimizer = new PureJavaOptimizer(optimizer, parameters, this::requireOpen);
    workers = new Workers(threads, kernels);
  }

  @Override
  public BatchResult trainOnBatch(Batch batch, long step) {
    requireOpen();
    Requirements.batch(batch, network);
    Requirements.step(step);
    int count = batch.size();
    NetworkRun current = runFor(count, true);
    if (loss == null) {
      loss = new LossRun(current, workers);
    }
    current.forward(batch.images(), count, step);
    BatchResult result = loss.run(batch.labels(), count);
    current.backward(count);
    optimizer.update(step, workers);
    return result;
  }

  @Override
  public void logits(float[] images, int count, float[] logits) {
    requireOpen();
    Requirements.images(images, count, logits, network);
    NetworkRun current = runFor(Math.min(count, PREDICTION_BATCH), false);
    int classes = classes();
    for (int start = 0; start < count; start += current.capacity()) {
      int part = Math.min(current.capacity(), count - start);
      current.predict(images, start, part);
      int source = current.logits().index(0, 0, 0);
      System.arraycopy(current.logits().data(), source, logits, start * classes, part * classes);
    }
  }

  /** The buffers, made anew if they are too small, or have no room for gradients. */
  private NetworkRun runFor(int count, boolean training) {
    NetworkRun current = run;
    if (current == null || count > current.capacity() || (training && !current.trains())) {
      boolean trains = training || (current != null && current.trains());
      current = new NetworkRun(network, parameters, seed, count, trains, workers);
      run = current;
      loss = null;
    }
    return current;
  }

  @Override
  public Sequential network() {
    requireOpen();
    return network;
  }

  @Override
  public Seed seed() {
    requireOpen();
    return seed;
  }

  @Override
  public List<Layer> layers() {
    requireOpen();
    return network.placedLayers().stream().<Layer>map(LiveLayer::new).toList();
  }

  @Override
  public Optimizer optimizer() {
    requireOpen();
    return optimizer;
  }

  @Override
  public NamedTensors weights() {
    requireOpen();
    return parameters.weights();
  }

  @Override
  public void setWeights(NamedTensors weights) {
    requireOpen();
    parameters.setWeights(weights);
  }

  @Override
  public void close() {
    closed = true;
    run = null;
    loss = null;
    workers.close();
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the model is closed");
    }
  }

  private final class LiveLayer implements Layer {
    private final PlacedLayer placement;

    LiveLayer(PlacedLayer placement) {
      this.placement = placement;
    }

    @Override
    public PlacedLayer placement() {
      return placement;
    }

    @Override
    public NamedTensors weights() {
      requireOpen();
      return parameters.weights(placement.index());
    }
  }
}
