package dev.plenum.api.spi;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Evaluation;
import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.Layer;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.Optimizer;
import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.metric.Metric;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A model on an engine, and all that is the same for every engine: who may use it when, what its
 * arguments must be, and that it is given back when nobody closes it.
 */
public final class EngineModel implements Model {
  private static final Cleaner CLEANER = Cleaner.create();

  private final Network network;
  private final Loss loss;
  private final Seed seed;
  private final boolean regularized;
  private final int classes;
  private final GuardedEngine engine;
  private final Cleaner.Cleanable closing;
  private final Turns trainings = new Turns("the model for training");
  private final LiveOptimizer optimizer;

  /**
   * A model with initial weights.
   *
   * @param network what the model computes
   * @param optimizer how updates change the weights; its learning rate is the first one
   * @param loss what training makes small; the engine must compute the same
   * @param seed what the initial weights follow from; the engine must key the dropout with the same
   * @param engine made for this network and optimizer; gets the weights that follow from the seed, and
   *     is closed with the model, or at once if there is none because this fails
   */
  public EngineModel(
      Network network, OptimizerSpec optimizer, Loss loss, Seed seed, Engine engine) {
    try {
      engine.parameters().setWeights(InitialWeights.of(network, seed));
    } catch (RuntimeException | Error e) {
      engine.close();
      throw e;
    }
    this.network = network;
    this.loss = loss;
    this.seed = seed;
    regularized = Penalty.isPresent(network);
    classes = network.classes();
    this.optimizer = new LiveOptimizer(optimizer, this);
    this.engine = new GuardedEngine(engine, description(network, seed));
    closing = CLEANER.register(this, this.engine::closeForgotten);
  }

  private static String description(Network network, Seed seed) {
    return String.format(
        Locale.ROOT,
        "a model (input %s, %d classes, %d weights, seed %d)",
        network.input(),
        network.classes(),
        network.parameterCount(),
        seed.value());
  }

  /** Uses the engine when it is this thread's turn. */
  <T> T use(Function<Engine, T> work) {
    try {
      return engine.use(work);
    } finally {
      Reference.reachabilityFence(this); // else the cleaner could close the engine meanwhile
    }
  }

  @Override
  public BatchResult trainOnBatch(Batch batch, long step) {
    return trainings.take(() -> use(open -> {
      Requirements.batch(batch, network.input(), classes);
      Requirements.step(step);
      double penalty = penalty(open);
      BatchResult result = open.update(batch, step, optimizer.rate());
      optimizer.updated(step);
      return regularized
          ? new BatchResult(
              result.lossSum() + penalty * result.size(), result.correct(), result.size())
          : result;
    }));
  }

  private double penalty(Engine open) {
    return regularized ? Penalty.of(network, open.parameters().weights()) : 0;
  }

  @Override
  public double penalty() {
    return use(this::penalty);
  }

  @Override
  public Loss loss() {
    engine.requireOpen();
    return loss;
  }

  @Override
  public void logits(float[] images, int count, float[] logits) {
    use(open -> {
      Requirements.images(images, count, logits, network.input(), classes);
      open.computeLogits(images, count, logits);
      return logits;
    });
  }

  @Override
  public Evaluation evaluate(Dataset dataset, List<Metric> metrics) {
    return engine.inTurn(() -> Model.super.evaluate(dataset, metrics));
  }

  @Override
  public History fit(Dataset train, Fit fit) {
    return trainings.take(() -> Model.super.fit(train, fit));
  }

  @Override
  public Network network() {
    engine.requireOpen();
    return network;
  }

  @Override
  public int classes() {
    engine.requireOpen();
    return classes;
  }

  @Override
  public Seed seed() {
    engine.requireOpen();
    return seed;
  }

  @Override
  public List<Layer> layers() {
    engine.requireOpen();
    return network.placedLayers().stream()
        .<Layer>map(placement -> new LiveLayer(placement, this))
        .toList();
  }

  @Override
  public Optimizer optimizer() {
    engine.requireOpen();
    return optimizer;
  }

  @Override
  public NamedTensors weights() {
    return use(open -> open.parameters().weights());
  }

  @Override
  public void setWeights(NamedTensors weights) {
    use(open -> {
      open.parameters().setWeights(weights);
      return weights;
    });
  }

  @Override
  public void close() {
    engine.close();
    closing.clean();
  }
}
