package dev.plenum.backend.purejava.internal.model;

import dev.plenum.api.network.Regularizer;
import dev.plenum.api.optimizer.Clipping;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.UpdateOptions;
import dev.plenum.backend.purejava.internal.layers.Workers;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import dev.plenum.backend.purejava.internal.optimizers.UpdateRule;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import java.util.Arrays;
import java.util.List;

/**
 * Updates the parameters, in stretches of a size that suits the cache, in the order of {@link
 * UpdateOptions}. The norm of a gradient is a sum over its stretches in their order, so that its bits do
 * not depend on threads.
 */
final class UpdateRun {
  private static final int STRETCH = 1 << 13;

  private final UpdateRule rule;
  private final UpdateOptions options;
  private final List<Parameters.Entry> entries;
  private final Workers workers;
  /** The first unit of each parameter, and at the end the number of all units. */
  private final int[] firstUnit;

  private final boolean preparesGradients;
  /** Of each unit: the sum of squares of its gradient. */
  private final double[] squares;
  /** Of each parameter: what its gradient is multiplied by. */
  private final float[] factors;

  private final float[] decays;

  private final Phase prepareGradient = this::prepareGradient;
  private final Phase update = this::updateUnit;
  private double learningRate;
  private boolean first;

  UpdateRun(OptimizerSpec spec, List<Parameters.Entry> entries, Workers workers) {
    rule = UpdateRule.of(spec);
    options = spec.options();
    this.entries = entries.stream().filter(UpdateRun::isUpdated).toList();
    this.workers = workers;
    int count = this.entries.size();
    firstUnit = new int[count + 1];
    factors = new float[count];
    Arrays.fill(factors, 1f);
    decays = new float[count];
    for (int i = 0; i < count; i++) {
      int length = this.entries.get(i).parameter().values().length;
      firstUnit[i + 1] = firstUnit[i] + (length + STRETCH - 1) / STRETCH;
      decays[i] = (float) options.decayOf(this.entries.get(i).stored().name());
    }
    squares = new double[firstUnit[count]];
    preparesGradients = options.clipping().kind() != Clipping.Kind.NONE
        || this.entries.stream().anyMatch(UpdateRun::isRegularized);
  }

  private static boolean isUpdated(Parameters.Entry entry) {
    return entry.stored().isTrained() || !entry.stored().slots().isEmpty();
  }

  private static boolean isRegularized(Parameters.Entry entry) {
    return !entry.stored().spec().regularizer().isNone();
  }

  /** Updates all parameters by their gradients, in the step of that number (from 0). */
  void run(long step, double learningRate) {
    this.learningRate = learningRate;
    first = step == 0;
    rule.prepare(learningRate, step + 1);
    if (preparesGradients) {
      workers.run(squares.length, prepareGradient);
      limitNorms();
    }
    workers.run(squares.length, update);
  }

  private int parameterOf(int unit) {
    int index = 0;
    while (unit >= firstUnit[index + 1]) {
      index++;
    }
    return index;
  }

  private void prepareGradient(int unit, int worker) {
    int index = parameterOf(unit);
    Parameters.Entry entry = entries.get(index);
    if (!entry.stored().isTrained()) {
      return;
    }
    Parameter parameter = entry.parameter();
    int from = (unit - firstUnit[index]) * STRETCH;
    int to = Math.min(from + STRETCH, parameter.values().length);
    if (isRegularized(entry)) {
      addPenalty(entry.stored().spec().regularizer(), parameter, from, to);
    }
    if (options.clipping().kind() == Clipping.Kind.VALUE) {
      clip(parameter.gradient(), (float) options.clipping().limit(), from, to);
    }
    squares[unit] = sumOfSquares(parameter.gradient(), from, to);
  }

  private static void addPenalty(Regularizer regularizer, Parameter parameter, int from, int to) {
    float l1 = (float) regularizer.l1();
    float twice = (float) (2 * regularizer.l2());
    for (int i = from; i < to; i++) {
      float w = parameter.values()[i];
      parameter.gradient()[i] += Math.fma(twice, w, l1 * Math.signum(w));
    }
  }

  private static void clip(float[] gradient, float limit, int from, int to) {
    for (int i = from; i < to; i++) {
      gradient[i] = Math.max(-limit, Math.min(gradient[i], limit));
    }
  }

  private static double sumOfSquares(float[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) values[i] * values[i];
    }
    return sum;
  }

  private void limitNorms() {
    Clipping clipping = options.clipping();
    double all = 0;
    for (int i = 0; i < factors.length; i++) {
      double own = 0;
      for (int unit = firstUnit[i]; unit < firstUnit[i + 1]; unit++) {
        own += squares[unit];
      }
      all += own;
      if (clipping.kind() == Clipping.Kind.NORM) {
        factors[i] = factor(own, clipping.limit());
      }
    }
    if (clipping.kind() == Clipping.Kind.GLOBAL_NORM) {
      Arrays.fill(factors, factor(all, clipping.limit()));
    }
  }

  private static float factor(double squares, double limit) {
    return (float) (limit / Math.max(Math.sqrt(squares), limit));
  }

  private void updateUnit(int unit, int worker) {
    int index = parameterOf(unit);
    Parameters.Entry entry = entries.get(index);
    Parameter parameter = entry.parameter();
    int from = (unit - firstUnit[index]) * STRETCH;
    int to = Math.min(from + STRETCH, parameter.values().length);
    if (entry.stored().isTrained()) {
      scale(parameter.gradient(), factors[index], from, to);
      decay(parameter.values(), (float) (decays[index] * learningRate), from, to);
      rule.update(parameter, from, to);
    }
    if (options.emaMomentum().isPresent()) {
      int slot = entry.stored().slots().indexOf(UpdateOptions.EMA);
      average(parameter.values(), parameter.slot(slot), from, to);
    }
  }

  private static void scale(float[] gradient, float factor, int from, int to) {
    if (factor != 1f) {
      for (int i = from; i < to; i++) {
        gradient[i] *= factor;
      }
    }
  }

  private static void decay(float[] values, float share, int from, int to) {
    if (share != 0f) {
      for (int i = from; i < to; i++) {
        values[i] -= values[i] * share;
      }
    }
  }

  private void average(float[] values, float[] averages, int from, int to) {
    float momentum = first ? 0f : options.emaMomentum().orElseThrow().floatValue();
    float rest = 1f - momentum;
    for (int i = from; i < to; i++) {
      averages[i] = Math.fma(momentum, averages[i], rest * values[i]);
    }
  }
}
