package dev.plenum.backend.dl4j.internal.model;

import dev.plenum.api.Optimizer;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.backend.dl4j.internal.optimizers.UpdateRule;

/** Updates the parameters, and keeps count. */
final class Dl4jOptimizer implements Optimizer {
  private final OptimizerSpec spec;
  private final Parameters parameters;
  private final Runnable requireOpen;
  private final UpdateRule rule;
  private double learningRate;
  private long iterations;

  Dl4jOptimizer(OptimizerSpec spec, Parameters parameters, Runnable requireOpen) {
    this.spec = spec;
    this.parameters = parameters;
    this.requireOpen = requireOpen;
    rule = UpdateRule.of(spec, parameters.arrays());
    learningRate = spec.learningRate();
  }

  /** Updates all parameters by their gradients, in the step of that number (from 0). */
  void update(long step) {
    rule.update(learningRate, step + 1);
    iterations = step + 1;
  }

  @Override
  public OptimizerSpec spec() {
    return spec;
  }

  @Override
  public double learningRate() {
    requireOpen.run();
    return learningRate;
  }

  @Override
  public void setLearningRate(double learningRate) {
    requireOpen.run();
    this.learningRate = spec.learningRate(learningRate).learningRate();
  }

  @Override
  public long iterations() {
    requireOpen.run();
    return iterations;
  }

  @Override
  public OptimizerState state() {
    requireOpen.run();
    return new OptimizerState(iterations, learningRate, parameters.slots());
  }

  @Override
  public void setState(OptimizerState state) {
    requireOpen.run();
    parameters.setSlots(state.slots());
    iterations = state.iterations();
    learningRate = state.learningRate();
  }
}
