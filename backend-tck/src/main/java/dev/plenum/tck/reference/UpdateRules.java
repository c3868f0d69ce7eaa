package dev.plenum.tck.reference;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.AdamW;
import dev.plenum.api.optimizer.Clipping;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.optimizer.UpdateOptions;
import java.util.List;

/** Each optimizer's formula in double precision, and the settings that the kit tries it with. */
public final class UpdateRules {
  private UpdateRules() {}

  /** The rule that a specification stands for. */
  static UpdateRule of(OptimizerSpec spec) {
    if (spec instanceof Adam adam) {
      return adam(adam);
    } else if (spec instanceof RMSprop rmsprop) {
      return rmsprop(rmsprop);
    } else if (spec instanceof Sgd sgd) {
      return sgd(sgd);
    }
    throw new IllegalArgumentException("there is no reference for the optimizer " + spec.name());
  }

  /** {@return every optimizer; some with an epsilon so large that its place in the formula shows} */
  public static List<OptimizerSpec> samples() {
    return List.of(
        Adam.defaults(),
        new Adam(0.01, 0.8, 0.95, 1e-7),
        new Adam(0.02, 0.9, 0.999, 0.01),
        new Adam(0.01, 0, 0.9, 1e-4),
        RMSprop.defaults(),
        new RMSprop(0.005, 0.8, 0, 1e-3, false),
        new RMSprop(0.002, 0.9, 0.5, 1e-5, false),
        new RMSprop(0.002, 0.9, 0, 1e-3, true),
        new RMSprop(0.002, 0.9, 0.8, 1e-3, true),
        Sgd.defaults(),
        new Sgd(0.2, 0, false),
        new Sgd(0.05, 0.9, false),
        new Sgd(0.05, 0.9, true),
        AdamW.defaults(),
        new Adam(0.01, 0.8, 0.95, 1e-7, UpdateOptions.NONE.weightDecay(0.5, "bias", "dense_1/")),
        new Sgd(0.1, 0.5, false, UpdateOptions.NONE.weightDecay(0.3)),
        new Sgd(0.2, 0, false, UpdateOptions.NONE.clipping(Clipping.Kind.VALUE, 0.02)),
        new Sgd(0.2, 0, false, UpdateOptions.NONE.clipping(Clipping.Kind.NORM, 0.1)),
        new Sgd(0.2, 0, false, UpdateOptions.NONE.clipping(Clipping.Kind.GLOBAL_NORM, 0.2)),
        new RMSprop(
            0.002,
            0.9,
            0.5,
            1e-5,
            false,
            UpdateOptions.NONE
                .clipping(Clipping.Kind.NORM, 0.05)
                .weightDecay(0.1, "conv2d/")
                .ema(0.9)));
  }

  private static UpdateRule adam(Adam adam) {
    return (w, g, slots, lr, t) -> {
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
    };
  }

  private static UpdateRule rmsprop(RMSprop rmsprop) {
    return (w, g, slots, lr, t) -> {
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
    };
  }

  private static UpdateRule sgd(Sgd sgd) {
    return (w, g, slots, lr, t) -> {
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
    };
  }
}
