package dev.plenum.backend.purejava.internal.optimizers;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.backend.purejava.internal.memory.Parameter;

/** How an optimizer changes values by their gradient; the formulas are the specifications'. */
public interface UpdateRule {

  /**
   * Sets the step.
   *
   * @param learningRate lr
   * @param iteration t, the number of this update, from 1
   */
  void prepare(double learningRate, long iteration);

  /** Updates the values from … to − 1 of a parameter's array, and its slots. */
  void update(Parameter parameter, int from, int to);

  /** The rule of an optimizer. */
  static UpdateRule of(OptimizerSpec spec) {
    if (spec instanceof Adam adam) {
      return new AdamRule(adam);
    } else if (spec instanceof RMSprop rmsprop) {
      return new RMSpropRule(rmsprop);
    } else if (spec instanceof Sgd sgd) {
      return new SgdRule(sgd);
    }
    throw new IllegalArgumentException("no code for optimizer " + spec.name());
  }
}
