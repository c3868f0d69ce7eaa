package dev.plenum.tck.reference;

import dev.plenum.api.Loss;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.Seed;
import java.util.Arrays;

/** Mistakes that a backend's optimizers could make. */
public enum UpdateFault {
  /** The second moment is not corrected. */
  ADAM_WITHOUT_CORRECTION_OF_V((spec, right) -> spec instanceof Adam adam
      ? (w, g, slots, lr, t) ->
          right.update(w, g, slots, lr / Math.sqrt(1 - StrictMath.pow(adam.beta2(), (double) t)), t)
      : right),
  /** The bias correction is one update late. */
  ADAM_COUNTS_UPDATES_FROM_ONE_TOO_MANY((spec, right) ->
      spec instanceof Adam ? (w, g, slots, lr, t) -> right.update(w, g, slots, lr, t + 1) : right),
  /** Kingma and Ba's first form of ε instead of Keras's. */
  ADAM_WITH_EPSILON_AFTER_CORRECTION((spec, right) -> spec instanceof Adam adam
      ? (w, g, slots, lr, t) -> {
        double corrected = adam.epsilon() * Math.sqrt(1 - StrictMath.pow(adam.beta2(), (double) t));
        UpdateRules.of(new Adam(lr, adam.beta1(), adam.beta2(), corrected))
            .update(w, g, slots, lr, t);
      }
      : right),
  /** √v + ε instead of √(v + ε). */
  RMSPROP_WITH_EPSILON_OUTSIDE_THE_ROOT((spec, right) ->
      spec instanceof RMSprop rmsprop && rmsprop.momentum() == 0 && !rmsprop.centered()
          ? (w, g, slots, lr, t) -> {
            double[] v = UpdateRule.slot(slots, "v");
            for (int i = 0; i < w.length; i++) {
              v[i] = rmsprop.rho() * v[i] + (1 - rmsprop.rho()) * g[i] * g[i];
              w[i] -= lr * g[i] / (Math.sqrt(v[i]) + rmsprop.epsilon());
            }
          }
          : right),
  /** The mean is not taken away. */
  RMSPROP_NEVER_CENTERED((spec, right) ->
      spec instanceof RMSprop rmsprop ? UpdateRules.of(rmsprop.centered(false)) : right),
  /** PyTorch's order: equal while the learning rate stays. */
  RATE_APPLIED_AFTER_THE_MOMENTUM((spec, right) ->
      spec instanceof Sgd sgd && sgd.momentum() > 0 && !sgd.nesterov()
          ? (w, g, slots, lr, t) -> {
            double[] u = UpdateRule.slot(slots, "u");
            for (int i = 0; i < w.length; i++) {
              u[i] = sgd.momentum() * u[i] - g[i];
              w[i] += lr * u[i];
            }
          }
          : right),
  /** Classical momentum where Nesterov's was asked for. */
  NESTEROV_IGNORED(
      (spec, right) -> spec instanceof Sgd sgd ? UpdateRules.of(sgd.nesterov(false)) : right),
  /** The gradient of the sum of three images' losses. */
  SUM_INSTEAD_OF_MEAN((spec, right) -> (w, g, slots, lr, t) ->
      right.update(w, Arrays.stream(g).map(x -> 3 * x).toArray(), slots, lr, t)),
  /** Biases stay as they are. */
  BIASES_NOT_TRAINED((spec, right) -> (w, g, slots, lr, t) -> {
    double[] before = w.clone();
    right.update(w, g, slots, lr, t);
    if (w.length <= 10) {
      System.arraycopy(before, 0, w, 0, w.length);
    }
  }),
  /** The set learning rate has no effect. */
  LEARNING_RATE_NEVER_CHANGES(
      (spec, right) -> (w, g, slots, lr, t) -> right.update(w, g, slots, spec.learningRate(), t)),
  /** Slots are forgotten from step to step. */
  SLOTS_FORGOTTEN((spec, right) -> (w, g, slots, lr, t) -> {
    slots.values().forEach(slot -> Arrays.fill(slot, 0));
    right.update(w, g, slots, lr, t);
  });

  @SuppressWarnings("ImmutableEnumChecker") // only lambdas without state
  private final Change change;

  UpdateFault(Change change) {
    this.change = change;
  }

  /** A network with this mistake. */
  public ReferenceNetwork network(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
    return new ReferenceNetwork(
        network,
        loss,
        seed,
        layer -> ReferenceLayers.of(layer, seed),
        all -> new ReferenceOptimizer(spec, change.of(spec, UpdateRules.of(spec)), all));
  }

  private interface Change {
    UpdateRule of(OptimizerSpec spec, UpdateRule right);
  }
}
