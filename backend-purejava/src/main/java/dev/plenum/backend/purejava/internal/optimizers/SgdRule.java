package dev.plenum.backend.purejava.internal.optimizers;

import dev.plenum.api.optimizer.Sgd;
import dev.plenum.backend.purejava.internal.memory.Parameter;

/** See {@link Sgd}. */
final class SgdRule implements UpdateRule {
  private final Sgd spec;
  private float learningRate;

  SgdRule(Sgd spec) {
    this.spec = spec;
  }

  @Override
  public void prepare(double learningRate, long iteration) {
    this.learningRate = (float) learningRate;
  }

  @Override
  public void update(Parameter parameter, int from, int to) {
    if (spec.momentum() == 0) {
      plain(parameter.values(), parameter.gradient(), from, to);
    } else if (spec.nesterov()) {
      nesterov(parameter.values(), parameter.gradient(), parameter.slot(0), from, to);
    } else {
      classical(parameter.values(), parameter.gradient(), parameter.slot(0), from, to);
    }
  }

  private void plain(float[] w, float[] g, int from, int to) {
    for (int i = from; i < to; i++) {
      w[i] = Math.fma(-learningRate, g[i], w[i]);
    }
  }

  private void classical(float[] w, float[] g, float[] u, int from, int to) {
    float momentum = (float) spec.momentum();
    for (int i = from; i < to; i++) {
      u[i] = Math.fma(momentum, u[i], -learningRate * g[i]);
      w[i] += u[i];
    }
  }

  private void nesterov(float[] w, float[] g, float[] u, int from, int to) {
    float momentum = (float) spec.momentum();
    for (int i = from; i < to; i++) {
      float step = -learningRate * g[i];
      u[i] = Math.fma(momentum, u[i], step);
      w[i] += Math.fma(momentum, u[i], step);
    }
  }
}
