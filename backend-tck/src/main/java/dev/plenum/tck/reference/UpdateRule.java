package dev.plenum.tck.reference;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import java.util.Map;

/** How an optimizer changes a parameter in one step. */
interface UpdateRule {

  /**
   * Makes one update.
   *
   * @param w the parameter's values; changed
   * @param g their gradient
   * @param slots the arrays that the optimizer keeps for this parameter, by name; changed
   * @param lr the learning rate
   * @param t the number of this update, from 1
   */
  void update(double[] w, double[] g, Map<String, double[]> slots, double lr, long t);

  /** The rule that a specification stands for. */
  static UpdateRule of(OptimizerSpec spec) {
    if (spec instanceof Adam adam) {
      return new ReferenceAdam(adam);
    }
    if (spec instanceof RMSprop rmsprop) {
      return new ReferenceRMSprop(rmsprop);
    }
    if (spec instanceof Sgd sgd) {
      return new ReferenceSgd(sgd);
    }
    throw new IllegalArgumentException("there is no reference for the optimizer " + spec.name());
  }

  /** An array that a rule keeps. */
  static double[] slot(Map<String, double[]> slots, String name) {
    double[] slot = slots.get(name);
    if (slot == null) {
      throw new IllegalArgumentException(
          "there is no slot '" + name + "'; there are: " + slots.keySet());
    }
    return slot;
  }
}
