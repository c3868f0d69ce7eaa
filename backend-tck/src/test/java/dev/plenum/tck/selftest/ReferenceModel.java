package dev.plenum.tck.selftest;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Evaluation;
import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.Layer;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.Optimizer;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.metric.Metric;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import dev.plenum.api.spi.LifeCycle;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.tck.reference.ReferenceBatch;
import dev.plenum.tck.reference.ReferenceNetwork;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A model that computes with the reference network. */
class ReferenceModel implements Model {
  private final Network network;
  private final OptimizerSpec spec;
  private final Loss loss;
  private final Seed seed;
  private final ReferenceNetwork reference;
  private final LifeCycle lifeCycle = new LifeCycle("the reference model");
  private final LifeCycle trainings = new LifeCycle("the training");

  ReferenceModel(
      Network network, OptimizerSpec spec, Loss loss, Seed seed, ReferenceNetwork reference) {
    this.network = network;
    this.spec = spec;
    this.loss = loss;
    this.seed = seed;
    this.reference = reference;
  }

  ReferenceModel(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
    this(network, spec, loss, seed, new ReferenceNetwork(network, spec, loss, seed));
  }

  private void requireOpen() {
    lifeCycle.requireOpen();
  }

  /** Uses the network when it is this thread's turn. */
  <T> T use(Function<ReferenceNetwork, T> work) {
    return lifeCycle.inTurn(() -> work.apply(reference));
  }

  @Override
  public Network network() {
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
    return network.placedLayers().stream().<Layer>map(ReferenceModelLayer::new).toList();
  }

  /** Puts averages in the place of weights. */
  void finish() {
    use(open -> {
      open.finish();
      return open;
    });
  }

  @Override
  public Loss loss() {
    requireOpen();
    return loss;
  }

  @Override
  public double penalty() {
    return use(ReferenceNetwork::penalty);
  }

  @Override
  public Optimizer optimizer() {
    requireOpen();
    return new ReferenceModelOptimizer();
  }

  @Override
  public BatchResult trainOnBatch(Batch batch, long step) {
    return trainings.inTurn(() -> use(open -> train(open, batch, step)));
  }

  private BatchResult train(ReferenceNetwork open, Batch batch, long step) {
    if (!batch.imageShape().equals(inputShape())) {
      throw new IllegalArgumentException("the network takes images of shape %s, found %s"
          .formatted(inputShape(), batch.imageShape()));
    }
    if (batch.size() < 1) {
      throw new IllegalArgumentException("a batch needs at least one image, found 0");
    }
    for (int label : Arrays.copyOf(batch.labels(), batch.size())) {
      if (label < 0 || label >= classes()) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "label %d, but there are %d classes", label, classes()));
      }
    }
    double[] losses = open.losses(unweighted(batch), step);
    BatchResult result = open.trainOnBatch(reference(batch), step);
    IntStream.range(0, batch.size()).forEach(i -> keepLoss(batch, i, losses[i]));
    afterUpdate();
    return result;
  }

  void keepLoss(Batch batch, int image, double loss) {
    batch.keepLoss(image, loss);
  }

  /** What the reference is given of a batch. */
  ReferenceBatch reference(Batch batch) {
    return reference(batch, batch::weight, batch::otherWeight);
  }

  ReferenceBatch unweighted(Batch batch) {
    return reference(batch, i -> 1, i -> 1);
  }

  private ReferenceBatch reference(
      Batch batch, IntToDoubleFunction weight, IntToDoubleFunction otherWeight) {
    int count = batch.size();
    double[] weights = new double[count];
    double[] otherWeights = new double[count];
    for (int i = 0; i < count; i++) {
      weights[i] = batch.share(i) * weight.applyAsDouble(i);
      otherWeights[i] = (1 - batch.share(i)) * otherWeight.applyAsDouble(i);
    }
    int[] others = IntStream.range(0, count).map(batch::otherLabel).toArray();
    return new ReferenceBatch(doubles(batch.images(), count), Arrays.copyOf(batch.labels(), count))
        .weighted(weights)
        .mixed(others, otherWeights);
  }

  /** Rounds to what is handed out: a resumed training would differ otherwise. */
  void afterUpdate() {
    reference.setWeights(reference.weights());
    reference.setOptimizerState(reference.optimizerState());
  }

  @Override
  public void logits(float[] images, int count, float[] logits) {
    requireOpen();
    if (count < 1) {
      throw new IllegalArgumentException("the number of images must be at least 1, found " + count);
    }
    requireLength("images", count * inputShape().size(), images);
    requireLength("logits", count * classes(), logits);
    double[] result = use(open -> open.logits(doubles(images, count), count));
    for (int i = 0; i < result.length; i++) {
      logits[i] = (float) result[i];
    }
  }

  private static void requireLength(String what, int needed, float[] array) {
    if (array.length < needed) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s needs %d values, found %d", what, needed, array.length));
    }
  }

  private double[] doubles(float[] images, int count) {
    double[] doubles = new double[count * network.input().size()];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = images[i];
    }
    return doubles;
  }

  @Override
  public NamedTensors weights() {
    return use(ReferenceNetwork::weights);
  }

  @Override
  public void setWeights(NamedTensors weights) {
    use(open -> {
      open.setWeights(weights);
      return weights;
    });
  }

  @Override
  public Evaluation evaluate(Dataset dataset, List<Metric> metrics) {
    return lifeCycle.inTurn(() -> Model.super.evaluate(dataset, metrics));
  }

  @Override
  public History fit(Dataset train, Fit fit) {
    return trainings.inTurn(() -> fitAmongOthers(train, fit));
  }

  /** The same, but other trainings may make steps in between. */
  History fitAmongOthers(Dataset train, Fit fit) {
    return Model.super.fit(train, fit);
  }

  @Override
  public void close() {
    lifeCycle.close(() -> {});
  }

  private final class ReferenceModelLayer implements Layer {
    private final PlacedLayer placement;

    ReferenceModelLayer(PlacedLayer placement) {
      this.placement = placement;
    }

    @Override
    public PlacedLayer placement() {
      return placement;
    }

    @Override
    public NamedTensors weights() {
      Map<String, Tensor> own =
          new LinkedHashMap<>(ReferenceModel.this.weights().byName());
      own.keySet().removeIf(name -> !name.startsWith(placement.name() + "/"));
      return new NamedTensors(own);
    }
  }

  private final class ReferenceModelOptimizer implements Optimizer {
    @Override
    public OptimizerSpec spec() {
      return spec;
    }

    @Override
    public double learningRate() {
      return use(ReferenceNetwork::learningRate);
    }

    @Override
    public void setLearningRate(double learningRate) {
      use(open -> {
        open.setLearningRate(learningRate);
        return learningRate;
      });
    }

    @Override
    public long iterations() {
      return use(ReferenceNetwork::iterations);
    }

    @Override
    public OptimizerState state() {
      return use(ReferenceNetwork::optimizerState);
    }

    @Override
    public void finish() {
      ReferenceModel.this.finish();
    }

    @Override
    public void setState(OptimizerState state) {
      use(open -> {
        open.setOptimizerState(state);
        return state;
      });
    }
  }
}
