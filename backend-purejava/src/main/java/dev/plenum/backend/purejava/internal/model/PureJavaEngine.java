package dev.plenum.backend.purejava.internal.model;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import dev.plenum.api.spi.Engine;
import dev.plenum.api.spi.EngineModel;
import dev.plenum.api.spi.ParameterStore;
import dev.plenum.api.spi.Plan;
import dev.plenum.backend.purejava.internal.kernels.Kernels;
import dev.plenum.backend.purejava.internal.layers.Workers;
import org.jspecify.annotations.Nullable;

/** A network in training. Its buffers grow with the batches it is given. */
public final class PureJavaEngine implements Engine {
  /** How many images are predicted at a time, if training has not made room for more. */
  private static final int PREDICTION_BATCH = 64;

  private final Loss lossSpec;
  private final Seed seed;
  private final Plan plan;
  /** Whether predicting folds statistics into kernels, and so needs buffers of its own. */
  private final boolean hasStatistics;

  private final Parameters parameters;
  private final Workers workers;
  private final UpdateRun parameterUpdate;
  private @Nullable NetworkRun run;
  private @Nullable NetworkRun folded;
  private @Nullable LossRun loss;

  private PureJavaEngine(
      Network network,
      OptimizerSpec optimizer,
      Loss loss,
      Seed seed,
      int threads,
      Kernels kernels) {
    lossSpec = loss;
    this.seed = seed;
    plan = Plan.of(network);
    hasStatistics = hasStatistics(network);
    parameters = new Parameters(network, optimizer);
    workers = new Workers(threads, kernels);
    parameterUpdate = new UpdateRun(optimizer, parameters.entries(), workers);
  }

  /** A model with initial weights, on an engine of its own. */
  public static Model newModel(
      Network network,
      OptimizerSpec optimizer,
      Loss loss,
      Seed seed,
      int threads,
      Kernels kernels) {
    return new EngineModel(
        network,
        optimizer,
        loss,
        seed,
        new PureJavaEngine(network, optimizer, loss, seed, threads, kernels));
  }

  @Override
  public ParameterStore parameters() {
    return parameters;
  }

  @Override
  public BatchResult update(Batch batch, long step, double learningRate) {
    int count = batch.size();
    NetworkRun current = runFor(count, true);
    if (loss == null) {
      loss = new LossRun(lossSpec, current, workers);
    }
    current.forward(batch, step);
    BatchResult result = loss.run(batch);
    current.backward(count);
    parameterUpdate.run(step, learningRate);
    return result;
  }

  @Override
  public void computeLogits(float[] images, int count, float[] logits) {
    NetworkRun current = predictionFor(Math.min(count, PREDICTION_BATCH));
    int classes = plan.logits().shape().size();
    for (int start = 0; start < count; start += current.capacity()) {
      int part = Math.min(current.capacity(), count - start);
      current.predict(images, start, part);
      int source = current.logits().index(0, 0, 0);
      System.arraycopy(current.logits().data(), source, logits, start * classes, part * classes);
    }
  }

  private static boolean hasStatistics(Network network) {
    return network.placedLayers().stream()
        .anyMatch(layer -> layer.spec() instanceof BatchNormalization);
  }

  /** The bits of a prediction must not depend on whether the model was trained before. */
  private NetworkRun predictionFor(int count) {
    if (!hasStatistics) {
      return runFor(count, false);
    }
    NetworkRun current = folded;
    if (current == null || count > current.capacity()) {
      current = NetworkBuilder.build(plan, parameters, seed, count, false, workers);
      folded = current;
    }
    return current;
  }

  /** The buffers, made anew if they are too small, or have no room for gradients. */
  private NetworkRun runFor(int count, boolean training) {
    NetworkRun current = run;
    if (current == null || count > current.capacity() || (training && !current.trains())) {
      boolean trains = training || (current != null && current.trains());
      current = NetworkBuilder.build(plan, parameters, seed, count, trains, workers);
      run = current;
      loss = null;
    }
    return current;
  }

  @Override
  public void close() {
    workers.close();
  }
}
