package dev.plenum.api;

import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.tensor.NamedTensors;

/** An optimizer that changes nothing, counts, and tells when it finishes. */
final class FakeOptimizer implements Optimizer {
  private double learningRate = spec().learningRate();
  private long iterations;
  private Runnable whenFinished = () -> {};

  void iterate() {
    iterations++;
  }

  /** What is to be done when a training ends. */
  void whenFinished(Runnable action) {
    whenFinished = action;
  }

  @Override
  public void finish() {
    whenFinished.run();
  }

  @Override
  public OptimizerSpec spec() {
    return Sgd.defaults();
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
  public OptimizerState state() {
    return new OptimizerState(iterations, learningRate, NamedTensors.empty());
  }

  @Override
  public void setState(OptimizerState state) {
    iterations = state.iterations();
    learningRate = state.learningRate();
  }
}
