package dev.plenum.backend.dl4j.internal.model;

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
import dev.plenum.backend.dl4j.internal.engine.Nd4jRuntime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network in training. Its arrays are made for the size of batch that it is given, and made anew when
 * that changes: once or twice an epoch.
 */
public final class Dl4jModel implements Model {
  /** How many images are predicted at a time. */
  private static final int PREDICTION_BATCH = 128;

  /** The step of a prediction, where nothing depends on it. */
  private static final long NO_STEP = 0;

  private final Sequential network;
  private final Seed seed;
  private final int threads;
  private final Parameters parameters;
  private final Dl4jOptimizer optimizer;
  private @Nullable TrainingRun training;
  private @Nullable NetworkRun prediction;
  private boolean closed;

  /** A model with initial weights; ND4J must have been started. */
  public Dl4jModel(Sequential network, OptimizerSpec optimizer, Seed seed, int threads) {
    this.network = network;
    this.seed = seed;
    this.threads = threads;
    parameters = new Parameters(network, optimizer.slots());
    parameters.setWeights(InitialWeights.of(network, seed));
    this.optimizer = new Dl4jOptimizer(optimizer, parameters, this::requireOpen);
  }

  @Override
  public BatchResult trainOnBatch(Batch batch, long step) {
    requireOpen();
    Requirements.batch(batch, network);
    Requirements.step(step);
    Nd4jRuntime.useThreads(threads);
    BatchResult result = trainingFor(batch.size()).run(batch, step);
    optimizer.update(step);
    return result;
  }

  @Override
  public void logits(float[] images, int count, float[] logits) {
    requireOpen();
    Requirements.images(images, count, logits, network);
    Nd4jRuntime.useThreads(threads);
    int start = 0;
    while (start < count) {
      NetworkRun run = predictionFor(Math.min(PREDICTION_BATCH, count - start));
      run.forward(images, start, NO_STEP, logits);
      start += run.count();
    }
  }

  private TrainingRun trainingFor(int count) {
    TrainingRun current = training;
    if (current == null || current.count() != count) {
      if (current != null) {
        training = null; // also if making the new one fails
        current.close();
      }
      current = new TrainingRun(network, parameters, seed, count);
      training = current;
    }
    return current;
  }

  private NetworkRun predictionFor(int count) {
    NetworkRun current = prediction;
    if (current == null || current.count() != count) {
      if (current != null) {
        prediction = null;
        current.close();
      }
      current = new NetworkRun(network, parameters, seed, count, false);
      prediction = current;
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
    if (training != null) {
      training.close();
      training = null;
    }
    if (prediction != null) {
      prediction.close();
      prediction = null;
    }
    parameters.close();
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
