package dev.plenum.api.spi;

import dev.plenum.api.Optimizer;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.optimizer.OptimizerSpec;

/** An optimizer whose slots are in the model's store. */
final class LiveOptimizer implements Optimizer {
  private final OptimizerSpec spec;
  private final ParameterStore parameters;
  private final LifeCycle lifeCycle;
  private double learningRate;
  private long iterations;

  LiveOptimizer(OptimizerSpec spec, ParameterStore parameters, LifeCycle lifeCycle) {
    this.spec = spec;
    this.parameters = parameters;
    this.lifeCycle = lifeCycle;
    learningRate = spec.learningRate();
  }

  /** The update of that step (from 0) has been made. */
  void updated(long step) {
    iterations = step + 1;
  }

  @Override
  public OptimizerSpec spec() {
    return spec;
  }

  @Override
  public double learningRate() {
    lifeCycle.requireOpen();
    return learningRate;
  }

  @Override
  public void setLearningRate(double learningRate) {
    lifeCycle.requireOpen();
    this.learningRate = spec.learningRate(learningRate).learningRate();
  }

  @Override
  public long iterations() {
    lifeCycle.requireOpen();
    return iterations;
  }

  @Override
  public OptimizerState state() {
    lifeCycle.requireOpen();
    return new OptimizerState(iterations, learningRate, parameters.slots());
  }

  @Override
  public void setState(OptimizerState state) {
    lifeCycle.requireOpen();
    parameters.setSlots(state.slots());
    iterations = state.iterations();
    learningRate = state.learningRate();
  }
}
