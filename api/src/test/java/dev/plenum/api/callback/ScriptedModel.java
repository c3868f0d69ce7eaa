package dev.plenum.api.callback;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Evaluation;
import dev.plenum.api.Layer;
import dev.plenum.api.Model;
import dev.plenum.api.Optimizer;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.metric.Metric;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model whose validation goes as a script says, epoch by epoch, and whose one weight remembers all
 * that it was trained on, and at which rate.
 */
final class ScriptedModel implements Model, Optimizer {
  /** The number of images to train on: two steps of {@link #BATCH_SIZE} an epoch. */
  static final Dataset TRAIN = NumberedImages.of(10);

  static final int BATCH_SIZE = 5;

  static final int STEPS = 2;

  private final double[] script;
  private final List<Double> rates = new ArrayList<>();
  private double learningRate = 0.001;
  private long iterations;
  private float weight;
  private long brokenStep = -1;

  /** A model whose validation has these values, as loss, other metrics and (in hundredths) accuracy. */
  ScriptedModel(double... script) {
    this.script = script.clone();
  }

  /** The loss of that step, counted from 0, will be NaN. */
  ScriptedModel breakingAt(long step) {
    brokenStep = step;
    return this;
  }

  /** The learning rate of every step so far. */
  List<Double> rates() {
    return List.copyOf(rates);
  }

  float weight() {
    return weight;
  }

  @Override
  public BatchResult trainOnBatch(Batch batch, long step) {
    for (int image : NumberedImages.numbers(batch)) {
      weight = (float) (weight * 1.001 + learningRate * (image + 1));
    }
    rates.add(learningRate);
    iterations++;
    double loss = step == brokenStep ? Double.NaN : weight;
    return new BatchResult(loss, 0, batch.size());
  }

  @Override
  public Evaluation evaluate(Dataset dataset, List<Metric> metrics) {
    double value = script[(int) ((iterations - 1) / STEPS)];
    int right = Double.isFinite(value) ? (int) Math.round(value) : 0;
    int[] labels = new int[100];
    int[] predictions = new int[100];
    for (int i = right; i < 100; i++) {
      predictions[i] = 1;
    }
    Map<String, Double> others = new LinkedHashMap<>();
    metrics.forEach(metric -> others.put(metric.name(), value));
    return new Evaluation(value, labels, predictions, others);
  }

  @Override
  public NamedTensors weights() {
    return new NamedTensors(Map.of("dense/kernel", new Tensor(Shape.of(1), new float[] {weight})));
  }

  @Override
  public void setWeights(NamedTensors weights) {
    weight = weights.get("dense/kernel").get(0);
  }

  @Override
  public OptimizerState state() {
    return new OptimizerState(iterations, learningRate, NamedTensors.empty());
  }

  @Override
  public void setState(OptimizerState state) {
    iterations = state.iterations();
    learningRate = state.learningRate();
  }

  @Override
  public double learningRate() {
    return learningRate;
  }

  @Override
  public void setLearningRate(double learningRate) {
    this.learningRate = learningRate;
  }

  @Override
  public long iterations() {
    return iterations;
  }

  @Override
  public OptimizerSpec spec() {
    return Sgd.defaults();
  }

  @Override
  public Optimizer optimizer() {
    return this;
  }

  @Override
  public Network network() {
    return Sequential.of(
        NumberedImages.SHAPE, Flatten.instance(), Dense.of(NumberedImages.CLASSES));
  }

  @Override
  public Seed seed() {
    return new Seed(7);
  }

  @Override
  public List<Layer> layers() {
    return List.of();
  }

  @Override
  public void logits(float[] images, int count, float[] logits) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
