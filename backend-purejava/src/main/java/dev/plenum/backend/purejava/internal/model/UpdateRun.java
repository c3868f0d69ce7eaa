package dev.plenum.backend.purejava.internal.model;

import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.backend.purejava.internal.layers.Workers;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import dev.plenum.backend.purejava.internal.optimizers.UpdateRule;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import java.util.List;

/** Updates the parameters, in stretches of a size that suits the cache. */
final class UpdateRun {
  private static final int STRETCH = 1 << 13;

  private final UpdateRule rule;
  private final List<Parameter> parameters;
  private final Workers workers;
  /** The first unit of each parameter, and at the end the number of all units. */
  private final int[] firstUnit;

  private final Phase update = this::updateUnit;

  UpdateRun(OptimizerSpec spec, List<Parameter> parameters, Workers workers) {
    rule = UpdateRule.of(spec);
    this.parameters = parameters;
    this.workers = workers;
    firstUnit = new int[parameters.size() + 1];
    for (int i = 0; i < parameters.size(); i++) {
      int length = parameters.get(i).values().length;
      firstUnit[i + 1] = firstUnit[i] + (length + STRETCH - 1) / STRETCH;
    }
  }

  /** Updates all parameters by their gradients, in the step of that number (from 0). */
  void run(long step, double learningRate) {
    rule.prepare(learningRate, step + 1);
    workers.run(firstUnit[parameters.size()], update);
  }

  private void updateUnit(int unit, int worker) {
    int index = 0;
    while (unit >= firstUnit[index + 1]) {
      index++;
    }
    Parameter parameter = parameters.get(index);
    int from = (unit - firstUnit[index]) * STRETCH;
    rule.update(parameter, from, Math.min(from + STRETCH, parameter.values().length));
  }
}
