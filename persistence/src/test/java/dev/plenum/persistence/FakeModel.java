package dev.plenum.persistence;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Layer;
import dev.plenum.api.Model;
import dev.plenum.api.Optimizer;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model that keeps weights and optimizer state. A step moves every weight by the batch's first
 * pixel, so that the order of steps shows in the weights.
 */
final class FakeModel implements Model, Optimizer {
  private final Network network;
  private final OptimizerSpec spec;
  private final Seed seed;
  private NamedTensors weights;
  private OptimizerState state;
  boolean failsToTakeState;
  boolean closed;

  FakeModel(Network network, OptimizerSpec spec, Seed seed) {
    this.network = network;
    this.spec = spec;
    this.seed = seed;
    this.weights = InitialWeights.of(network, seed);
    this.state = new OptimizerState(0, spec.learningRate(), NamedTensors.empty());
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public Seed seed() {
    return seed;
  }

  @Override
  public List<Layer> layers() {
    return List.of();
  }

  @Override
  public Optimizer optimizer() {
    return this;
  }

  @Override
  public OptimizerSpec spec() {
    return spec;
  }

  @Override
  public NamedTensors weights() {
    return weights;
  }

  @Override
  public void setWeights(NamedTensors weights) {
    this.weights = weights;
  }

  @Override
  public OptimizerState state() {
    return state;
  }

  @Override
  public void setState(OptimizerState state) {
    if (failsToTakeState) {
      throw new IllegalArgumentException("does not fit");
    }
    this.state = state;
  }

  @Override
  public double learningRate() {
    return state.learningRate();
  }

  @Override
  public void setLearningRate(double learningRate) {
    state = new OptimizerState(state.iterations(), learningRate, state.slots());
  }

  @Override
  public long iterations() {
    return state.iterations();
  }

  @Override
  public BatchResult trainOnBatch(Batch batch, long step) {
    float pull = batch.images()[0] * (float) learningRate();
    Map<String, Tensor> moved = new LinkedHashMap<>();
    weights.byName().forEach((name, weight) -> {
      float[] values = weight.toArray();
      for (int i = 0; i < values.length; i++) {
        values[i] = 0.9f * values[i] + pull;
      }
      moved.put(name, new Tensor(weight.shape(), values));
    });
    weights = new NamedTensors(moved);
    state = new OptimizerState(step + 1, state.learningRate(), state.slots());
    return new BatchResult(1.0 / (1 + batch.labels()[0]), batch.labels()[0], batch.size());
  }

  @Override
  public void logits(float[] images, int count, float[] logits) {
    Arrays.fill(logits, 0f); // no class is likelier than another
  }

  @Override
  public void close() {
    closed = true;
  }
}
