package dev.plenum.backend.purejava.internal.optimizers;

import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.backend.purejava.internal.memory.Parameter;

/** See {@link RMSprop}. */
final class RMSpropRule implements UpdateRule {
  private final RMSprop spec;
  private float learningRate;

  RMSpropRule(RMSprop spec) {
    this.spec = spec;
  }

  @Override
  public void prepare(double learningRate, long iteration) {
    this.learningRate = (float) learningRate;
  }

  @Override
  public void update(Parameter parameter, int from, int to) {
    updateMeanSquare(slot(parameter, "v"), parameter.gradient(), from, to);
    if (spec.centered()) {
      updateMean(slot(parameter, "a"), parameter.gradient(), from, to);
    }
    if (spec.momentum() > 0) {
      updateWithMomentum(parameter, slot(parameter, "b"), from, to);
    } else {
      for (int i = from; i < to; i++) {
        parameter.values()[i] -= step(parameter, i);
      }
    }
  }

  private void updateMeanSquare(float[] v, float[] g, int from, int to) {
    float rho = (float) spec.rho();
    float weight = (float) (1 - spec.rho());
    for (int i = from; i < to; i++) {
      v[i] = Math.fma(rho, v[i], weight * (g[i] * g[i]));
    }
  }

  private void updateMean(float[] a, float[] g, int from, int to) {
    float rho = (float) spec.rho();
    float weight = (float) (1 - spec.rho());
    for (int i = from; i < to; i++) {
      a[i] = Math.fma(rho, a[i], weight * g[i]);
    }
  }

  private void updateWithMomentum(Parameter parameter, float[] b, int from, int to) {
    float momentum = (float) spec.momentum();
    for (int i = from; i < to; i++) {
      b[i] = Math.fma(momentum, b[i], step(parameter, i));
      parameter.values()[i] -= b[i];
    }
  }

  /** lr · g / √(v − a² + ε). */
  private float step(Parameter parameter, int i) {
    float variance = parameter.slot(0)[i];
    if (spec.centered()) {
      float mean = parameter.slot(1)[i];
      variance -= mean * mean;
    }
    return learningRate
        * parameter.gradient()[i]
        / (float) Math.sqrt(variance + (float) spec.epsilon());
  }

  private float[] slot(Parameter parameter, String name) {
    return parameter.slot(spec.slots().indexOf(name));
  }
}
