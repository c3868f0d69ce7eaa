package dev.plenum.persistence;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Layer;
import dev.plenum.api.Model;
import dev.plenum.api.Optimizer;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import java.util.List;

/** A model that keeps weights and optimizer state, and computes nothing. */
final class FakeModel implements Model, Optimizer {
  private final Sequential network;
  private final OptimizerSpec spec;
  private final Seed seed;
  private NamedTensors weights;
  private OptimizerState state;
  boolean failsToTakeState;
  boolean closed;

  FakeModel(Sequential network, OptimizerSpec spec, Seed seed) {
    this.network = network;
    this.spec = spec;
    this.seed = seed;
    this.weights = InitialWeights.of(network, seed);
    this.state = new OptimizerState(0, spec.learningRate(), NamedTensors.empty());
  }

  @Override
  public Sequential network() {
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
    throw new UnsupportedOperationException();
  }

  @Override
  public long iterations() {
    return state.iterations();
  }

  @Override
  public BatchResult trainOnBatch(Batch batch, long step) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void logits(float[] images, int count, float[] logits) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    closed = true;
  }
}
