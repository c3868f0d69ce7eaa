package dev.plenum.tck.reference;

import dev.plenum.api.optimizer.RMSprop;
import java.util.Map;

/** RMSprop as {@link RMSprop} defines it. */
final class ReferenceRMSprop implements UpdateRule {
  private final RMSprop rmsprop;

  ReferenceRMSprop(RMSprop rmsprop) {
    this.rmsprop = rmsprop;
  }

  @Override
  public void update(double[] w, double[] g, Map<String, double[]> slots, double lr, long t) {
    double rho = rmsprop.rho();
    double[] v = UpdateRule.slot(slots, "v");
    for (int i = 0; i < w.length; i++) {
      v[i] = rho * v[i] + (1 - rho) * g[i] * g[i];
      double variance = v[i];
      if (rmsprop.centered()) {
        double[] a = UpdateRule.slot(slots, "a");
        a[i] = rho * a[i] + (1 - rho) * g[i];
        variance -= a[i] * a[i];
      }
      double d = g[i] / Math.sqrt(variance + rmsprop.epsilon());
      if (rmsprop.momentum() > 0) {
        double[] b = UpdateRule.slot(slots, "b");
        b[i] = rmsprop.momentum() * b[i] + lr * d;
        w[i] -= b[i];
      } else {
        w[i] -= lr * d;
      }
    }
  }
}
