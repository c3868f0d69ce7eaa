package dev.plenum.backend.dl4j.internal.optimizers;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;

/** How an optimizer changes all values by their gradient; the formulas are the specifications'. */
public interface UpdateRule {

  /**
   * Makes one update.
   *
   * @param learningRate lr
   * @param iteration t, the number of this update, from 1
   */
  void update(double learningRate, long iteration);

  /** The rule of an optimizer, bound to the arrays that it changes. */
  static UpdateRule of(OptimizerSpec spec, OptimizerArrays arrays) {
    if (spec instanceof Adam adam) {
      return new AdamRule(adam, arrays);
    } else if (spec instanceof RMSprop rmsprop) {
      return new RMSpropRule(rmsprop, arrays);
    } else if (spec instanceof Sgd sgd) {
      return new SgdRule(sgd, arrays);
    }
    throw new IllegalArgumentException("no code for optimizer " + spec.name());
  }
}
