package dev.plenum.backend.purejava.internal.model;

import dev.plenum.api.Optimizer;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.backend.purejava.internal.layers.Workers;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import dev.plenum.backend.purejava.internal.optimizers.UpdateRule;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import java.util.List;

/** Updates the parameters, in stretches of a size that suits the cache. */
final class PureJavaOptimizer implements Optimizer {
  private static final int STRETCH = 1 << 13;

  private final OptimizerSpec spec;
  private final Parameters parameters;
  private final Runnable requireOpen;
  private final UpdateRule rule;
  private final List<Parameter> all;
  /** The first unit of each parameter, and at the end the number of all units. */
  private final int[] firstUnit;

  private final Phase update = this::updateUnit;
  private double learningRate;
  private long iterations;

  PureJavaOptimizer(OptimizerSpec spec, Parameters parameters, Runnable requireOpen) {
    this.spec = spec;
    this.parameters = parameters;
    this.requireOpen = requireOpen;
    rule = UpdateRule.of(spec);
    learningRate = spec.learningRate();
    all = parameters.all();
    firstUnit = new int[all.size() + 1];
    for (int i = 0; i < all.size(); i++) {
      firstUnit[i + 1] = firstUnit[i] + (all.get(i).values().length + STRETCH - 1) / STRETCH;
    }
  }

  /** Updates all parameters by their gradients, in the step of that number (from 0). */
  void update(long step, Workers workers) {
    rule.prepare(learningRate, step + 1);
    workers.run(firstUnit[all.size()], update);
    iterations = step + 1;
  }

  private void updateUnit(int unit, int worker) {
    int index = 0;
    while (unit >= firstUnit[index + 1]) {
      index++;
    }
    int from = (unit - firstUnit[index]) * STRETCH;
    rule.update(all.get(index), from, Math.min(from + STRETCH, all.get(index).values().length));
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
