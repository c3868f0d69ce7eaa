package dev.plenum.backend.dl4j.internal.model;

import dev.plenum.api.BatchResult;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import dev.plenum.api.spi.AbstractModel;
import dev.plenum.backend.dl4j.internal.engine.Nd4jRuntime;
import dev.plenum.backend.dl4j.internal.optimizers.UpdateRule;
import org.jspecify.annotations.Nullable;

/**
 * A network in training. Its arrays are made for the size of batch that it is given, and made anew when
 * that changes: once or twice an epoch.
 */
public final class Dl4jModel extends AbstractModel<Parameters> {
  /** How many images are predicted at a time. */
  private static final int PREDICTION_BATCH = 128;

  /** The step of a prediction, where nothing depends on it. */
  private static final long NO_STEP = 0;

  private final int threads;
  private final UpdateRule rule;
  private @Nullable TrainingRun training;
  private @Nullable NetworkRun prediction;

  /** A model with initial weights; ND4J must have been started. */
  public Dl4jModel(Sequential network, OptimizerSpec optimizer, Seed seed, int threads) {
    super(network, optimizer, seed, new Parameters(network, optimizer.slots()));
    this.threads = threads;
    rule = UpdateRule.of(optimizer, parameters().arrays());
  }

  @Override
  protected BatchResult update(Batch batch, long step, double learningRate) {
    Nd4jRuntime.useThreads(threads);
    BatchResult result = trainingFor(batch.size()).run(batch, step);
    rule.update(learningRate, step + 1);
    return result;
  }

  @Override
  protected void computeLogits(float[] images, int count, float[] logits) {
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
      current = new TrainingRun(network(), parameters(), seed(), count);
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
      current = new NetworkRun(network(), parameters(), seed(), count, false);
      prediction = current;
    }
    return current;
  }

  @Override
  protected void release() {
    if (training != null) {
      training.close();
      training = null;
    }
    if (prediction != null) {
      prediction.close();
      prediction = null;
    }
    parameters().close();
  }
}
