package dev.plenum.tck.reference;

import dev.plenum.api.Loss;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.Clipping;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.UpdateOptions;
import dev.plenum.api.random.Seed;
import java.util.List;

/** Mistakes that a backend could make in what optimizers do beside their formulas. */
public enum OptionFault {
  /** Weights decay after the formula has changed them. */
  DECAY_AFTER_THE_UPDATE {
    @Override
    ReferenceOptimizer of(OptimizerSpec spec, List<Parameter> all) {
      return new ReferenceOptimizer(spec, UpdateRules.of(spec), all) {
        @Override
        void update() {
          countUpdate();
          clip();
          follow();
          decay();
          average();
        }
      };
    }
  },
  /** Everything decays, excluded or not. */
  DECAY_OF_WHAT_IS_EXCLUDED {
    @Override
    ReferenceOptimizer of(OptimizerSpec spec, List<Parameter> all) {
      UpdateOptions options = spec.options();
      return right(spec.options(options.weightDecay(options.weightDecay())), all);
    }
  },
  /** The averages follow the weights before the update. */
  AVERAGES_ONE_STEP_LATE {
    @Override
    ReferenceOptimizer of(OptimizerSpec spec, List<Parameter> all) {
      return new ReferenceOptimizer(spec, UpdateRules.of(spec), all) {
        @Override
        void update() {
          countUpdate();
          average();
          clip();
          decay();
          follow();
        }
      };
    }
  },
  /** The averages start from 0 instead of the first weights. */
  AVERAGES_FROM_ZERO {
    @Override
    ReferenceOptimizer of(OptimizerSpec spec, List<Parameter> all) {
      return new ReferenceOptimizer(spec, UpdateRules.of(spec), all) {
        @Override
        void update() {
          countUpdate();
          clip();
          decay();
          follow();
          spec.options().emaMomentum().ifPresent(this::average);
        }
      };
    }
  },
  /** Each array is clipped by its own norm where the norm of all is meant. */
  GLOBAL_NORM_OF_EACH_ARRAY {
    @Override
    ReferenceOptimizer of(OptimizerSpec spec, List<Parameter> all) {
      return right(clipped(spec, Clipping.Kind.GLOBAL_NORM, Clipping.Kind.NORM), all);
    }
  },
  /** All arrays are clipped together where each is meant. */
  NORM_OF_ALL_ARRAYS {
    @Override
    ReferenceOptimizer of(OptimizerSpec spec, List<Parameter> all) {
      return right(clipped(spec, Clipping.Kind.NORM, Clipping.Kind.GLOBAL_NORM), all);
    }
  },
  /** Nothing is clipped. */
  CLIPPING_IGNORED {
    @Override
    ReferenceOptimizer of(OptimizerSpec spec, List<Parameter> all) {
      return right(spec.options(spec.options().clipping(Clipping.Kind.NONE, 1)), all);
    }
  };

  abstract ReferenceOptimizer of(OptimizerSpec spec, List<Parameter> all);

  /** A network with this mistake. */
  public ReferenceNetwork network(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
    return new ReferenceNetwork(
        network, loss, seed, layer -> ReferenceLayers.of(layer, seed), all -> of(spec, all));
  }

  private static ReferenceOptimizer right(OptimizerSpec spec, List<Parameter> all) {
    return new ReferenceOptimizer(spec, UpdateRules.of(spec), all);
  }

  private static OptimizerSpec clipped(
      OptimizerSpec spec, Clipping.Kind meant, Clipping.Kind taken) {
    Clipping clipping = spec.options().clipping();
    return clipping.kind() == meant
        ? spec.options(spec.options().clipping(taken, clipping.limit()))
        : spec;
  }
}
