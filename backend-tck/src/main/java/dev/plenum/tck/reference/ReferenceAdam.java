package dev.plenum.tck.reference;

import dev.plenum.api.optimizer.Adam;
import java.util.Map;

/** Adam as {@link Adam} defines it. */
final class ReferenceAdam implements UpdateRule {
  private final Adam adam;

  ReferenceAdam(Adam adam) {
    this.adam = adam;
  }

  @Override
  public void update(double[] w, double[] g, Map<String, double[]> slots, double lr, long t) {
    double[] m = UpdateRule.slot(slots, "m");
    double[] v = UpdateRule.slot(slots, "v");
    double alpha = lr
        * Math.sqrt(1 - StrictMath.pow(adam.beta2(), (double) t))
        / (1 - StrictMath.pow(adam.beta1(), (double) t));
    for (int i = 0; i < w.length; i++) {
      m[i] += (1 - adam.beta1()) * (g[i] - m[i]);
      v[i] += (1 - adam.beta2()) * (g[i] * g[i] - v[i]);
      w[i] -= alpha * m[i] / (Math.sqrt(v[i]) + adam.epsilon());
    }
  }
}
