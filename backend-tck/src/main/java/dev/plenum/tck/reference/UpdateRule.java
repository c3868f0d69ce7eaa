package dev.plenum.tck.reference;

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
