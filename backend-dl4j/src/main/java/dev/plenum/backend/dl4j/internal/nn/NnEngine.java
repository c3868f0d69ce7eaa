package dev.plenum.backend.dl4j.internal.nn;

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

/** A network of Deeplearning4j's in training, on a thread of its own. */
public final class NnEngine implements Engine {
  private final EngineThread thread = new EngineThread();
  private final int threads;
  private final NnTraining training;
  private final ParameterStore parameters;

  private NnEngine(Network network, OptimizerSpec optimizer, Loss loss, Seed seed, int threads) {
    this.threads = threads;
    try {
      training = thread.compute(() -> new NnTraining(network, optimizer, loss, seed));
    } catch (RuntimeException | Error e) {
      thread.close();
      throw e;
    }
    parameters = new ThreadedParameters(training.parameters(), thread);
  }

  /** A model with initial weights, on an engine of its own; ND4J must have been started. */
  public static Model newModel(
      Network network, OptimizerSpec optimizer, Loss loss, Seed seed, int threads) {
    return new EngineModel(
        network, optimizer, loss, seed, new NnEngine(network, optimizer, loss, seed, threads));
  }

  @Override
  public ParameterStore parameters() {
    return parameters;
  }

  @Override
  public BatchResult update(Batch batch, long step, double learningRate) {
    return thread.compute(() -> {
      Nd4jRuntime.useThreads(threads);
      return training.update(batch, step, learningRate);
    });
  }

  @Override
  public void computeLogits(float[] images, int count, float[] logits) {
    thread.run(() -> {
      Nd4jRuntime.useThreads(threads);
      training.computeLogits(images, count, logits);
    });
  }

  @Override
  public void close() {
    thread.run(training::close);
    thread.close();
  }
}
