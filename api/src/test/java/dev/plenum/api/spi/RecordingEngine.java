package dev.plenum.api.spi;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Loss;
import dev.plenum.api.data.Batch;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An engine that computes nothing, and remembers what it was asked to. */
final class RecordingEngine implements Engine {
  static final Network NETWORK =
      Sequential.of(NumberedImages.SHAPE, Flatten.instance(), Dense.of(NumberedImages.CLASSES));
  static final OptimizerSpec OPTIMIZER = Adam.defaults();
  static final Seed SEED = new Seed(7);

  /** What every update gives. */
  static final BatchResult RESULT = new BatchResult(1.5, 1, 2);

  /** What every logit is. */
  static final float LOGIT = 2;

  private final List<String> calls = new ArrayList<>();
  private final MapStore parameters = new MapStore(NETWORK, OPTIMIZER);
  private Runnable during = () -> {};

  /** A model on it. */
  EngineModel model() {
    return model(SEED);
  }

  /** A model on it that is known by its seed. */
  EngineModel model(Seed seed) {
    return new EngineModel(NETWORK, OPTIMIZER, Loss.SPARSE_CATEGORICAL_CROSSENTROPY, seed, this);
  }

  List<String> calls() {
    return List.copyOf(calls);
  }

  /** The updates from now on throw an {@link ArithmeticException}. */
  void failFromNowOn() {
    duringUpdates(() -> {
      throw new ArithmeticException("failing");
    });
  }

  /** What is done in the middle of an update. */
  void duringUpdates(Runnable during) {
    this.during = during;
  }

  @Override
  public ParameterStore parameters() {
    return parameters;
  }

  @Override
  public BatchResult update(Batch batch, long step, double learningRate) {
    calls.add("update " + batch.size() + " " + step + " " + learningRate);
    during.run();
    return RESULT;
  }

  @Override
  public void computeLogits(float[] images, int count, float[] logits) {
    calls.add("logits " + count);
    Arrays.fill(logits, 0, count * NETWORK.classes(), LOGIT);
  }

  @Override
  public void close() {
    calls.add("close");
  }
}
