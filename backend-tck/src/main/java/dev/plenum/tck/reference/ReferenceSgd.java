package dev.plenum.tck.reference;

import dev.plenum.api.optimizer.Sgd;
import java.util.Map;

/** Stochastic gradient descent as {@link Sgd} defines it. */
final class ReferenceSgd implements UpdateRule {
  private final Sgd sgd;

  ReferenceSgd(Sgd sgd) {
    this.sgd = sgd;
  }

  @Override
  public void update(double[] w, double[] g, Map<String, double[]> slots, double lr, long t) {
    double mu = sgd.momentum();
    for (int i = 0; i < w.length; i++) {
      if (mu == 0) {
        w[i] -= lr * g[i];
        continue;
      }
      double[] u = UpdateRule.slot(slots, "u");
      u[i] = mu * u[i] - lr * g[i];
      w[i] += sgd.nesterov() ? mu * u[i] - lr * g[i] : u[i];
    }
  }
}
