package dev.plenum.backend.dl4j.internal.model;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import dev.plenum.api.spi.Engine;
import dev.plenum.api.spi.EngineModel;
import dev.plenum.api.spi.ParameterStore;
import dev.plenum.backend.dl4j.internal.engine.Nd4jRuntime;
import dev.plenum.backend.dl4j.internal.optimizers.UpdateRule;
import org.jspecify.annotations.Nullable;

/**
 * A network in training. Its arrays are made for the size of batch that it is given, and made anew when
 * that changes: once or twice an epoch.
 */
public final class Dl4jEngine implements Engine {
  /** How many images are predicted at a time. */
  private static final int PREDICTION_BATCH = 128;

  /** The step of a prediction, where nothing depends on it. */
  private static final long NO_STEP = 0;

  private final Network network;
  private final Loss loss;
  private final Seed seed;
  private final int threads;
  private final Parameters parameters;
  private final UpdateRule rule;
  private @Nullable TrainingRun training;
  private @Nullable NetworkRun prediction;

  private Dl4jEngine(Network network, OptimizerSpec optimizer, Loss loss, Seed seed, int threads) {
    this.network = network;
    this.loss = loss;
    this.seed = seed;
    this.threads = threads;
    parameters = new Parameters(network, optimizer.slots());
    rule = UpdateRule.of(optimizer, parameters.arrays());
  }

  /** A model with initial weights, on an engine of its own; ND4J must have been started. */
  public static Model newModel(
      Network network, OptimizerSpec optimizer, Loss loss, Seed seed, int threads) {
    return new EngineModel(
        network, optimizer, loss, seed, new Dl4jEngine(network, optimizer, loss, seed, threads));
  }

  @Override
  public ParameterStore parameters() {
    return parameters;
  }

  @Override
  public BatchResult update(Batch batch, long step, double learningRate) {
    Nd4jRuntime.useThreads(threads);
    BatchResult result = trainingFor(batch.size()).run(batch, step);
    rule.update(learningRate, step + 1);
    return result;
  }

  @Override
  public void computeLogits(float[] images, int count, float[] logits) {
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
      current = new TrainingRun(network, parameters, loss, seed, count);
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
  public void close() {
    if (training != null) {
      training.close();
    }
    if (prediction != null) {
      prediction.close();
    }
    parameters.close();
  }
}
