package dev.plenum.backend.purejava.internal.optimizers;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.backend.purejava.internal.memory.Parameter;

/** See {@link Adam}. */
final class AdamRule implements UpdateRule {
  private final Adam spec;
  private float alpha;

  AdamRule(Adam spec) {
    this.spec = spec;
  }

  @Override
  public void prepare(double learningRate, long iteration) {
    double correction1 = 1 - StrictMath.pow(spec.beta1(), iteration);
    double correction2 = 1 - StrictMath.pow(spec.beta2(), iteration);
    alpha = (float) (learningRate * Math.sqrt(correction2) / correction1);
  }

  @Override
  public void update(Parameter parameter, int from, int to) {
    update(
        parameter.values(),
        parameter.gradient(),
        parameter.slot(0),
        parameter.slot(1),
        from,
        to,
        (float) (1 - spec.beta1()),
        (float) (1 - spec.beta2()),
        (float) spec.epsilon(),
        alpha);
  }

  private static void update(
      float[] w,
      float[] g,
      float[] m,
      float[] v,
      int from,
      int to,
      float weight1,
      float weight2,
      float epsilon,
      float alpha) {
    for (int i = from; i < to; i++) {
      m[i] = Math.fma(weight1, g[i] - m[i], m[i]);
      v[i] = Math.fma(weight2, g[i] * g[i] - v[i], v[i]);
      w[i] -= alpha * m[i] / ((float) Math.sqrt(v[i]) + epsilon);
    }
  }
}
