package dev.plenum.backend.purejava.internal.model;

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
import dev.plenum.api.spi.Plan;
import dev.plenum.backend.purejava.internal.kernels.Kernels;
import dev.plenum.backend.purejava.internal.layers.Workers;
import org.jspecify.annotations.Nullable;

/** A network in training. Its buffers grow with the batches it is given. */
public final class PureJavaEngine implements Engine {
  /** How many images are predicted at a time. */
  private static final int PREDICTION_BATCH = 128;

  private final Loss lossSpec;
  private final Seed seed;
  private final Plan plan;
  private final Parameters parameters;
  private final Workers workers;
  private final UpdateRun parameterUpdate;
  private @Nullable NetworkRun training;
  private @Nullable NetworkRun prediction;
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
    NetworkRun current = trainingFor(count);
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

  /** The buffers, made anew if they are too small. */
  private NetworkRun trainingFor(int count) {
    NetworkRun current = training;
    if (current == null || count > current.capacity()) {
      current = NetworkBuilder.build(plan, parameters, seed, count, true, workers);
      training = current;
      loss = null;
    }
    return current;
  }

  /** Others than for training: they are smaller, and batch normalisations are folded into kernels. */
  private NetworkRun predictionFor(int count) {
    NetworkRun current = prediction;
    if (current == null || count > current.capacity()) {
      current = NetworkBuilder.build(plan, parameters, seed, count, false, workers);
      prediction = current;
    }
    return current;
  }

  @Override
  public void close() {
    workers.close();
  }
}
