package dev.plenum.tck;

import dev.plenum.api.Backend;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.tck.reference.ReferenceNetwork;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A network, its weights and some samples, on which a backend and the reference are compared. */
record Trial(Network network, Seed seed, NamedTensors weights, Samples samples) {
  private static final int ATTEMPTS = 200;

  static Trial of(Network network, int count, long seed) {
    return new Trial(
        network,
        new Seed(seed),
        RandomWeights.of(network, new Seed(seed)),
        Samples.of(network, count, seed));
  }

  /** A trial whose first step keeps away from kinks, where rounding would change the gradient. */
  static Trial kinkFree(Network network, int count, OptimizerSpec spec, long step) {
    return find(
        network,
        count,
        Tolerances.KINK_MARGIN,
        trial -> trial.reference(spec).kinkMargin(trial.samples().reference(), step));
  }

  /** The first trial that keeps this margin. */
  static Trial find(Network network, int count, double margin, ToDoubleFunction<Trial> marginOf) {
    for (long seed = 1; seed <= ATTEMPTS; seed++) {
      Trial trial = of(network, count, seed);
      if (marginOf.applyAsDouble(trial) >= margin) {
        return trial;
      }
    }
    throw new IllegalStateException(String.format(
        Locale.ROOT,
        "none of %d seeds keeps a margin of %s from the kinks of %s",
        ATTEMPTS,
        margin,
        network.placedLayers().stream().map(PlacedLayer::spec).toList()));
  }

  Model model(Backend backend, OptimizerSpec spec) {
    return model(backend, spec, Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
  }

  Model model(Backend backend, OptimizerSpec spec, Loss loss) {
    Model model = backend.compile(network, spec, loss, seed);
    model.setWeights(weights);
    return model;
  }

  ReferenceNetwork reference(OptimizerSpec spec) {
    return reference(spec, Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
  }

  ReferenceNetwork reference(OptimizerSpec spec, Loss loss) {
    ReferenceNetwork reference = new ReferenceNetwork(network, spec, loss, seed);
    reference.setWeights(weights);
    return reference;
  }
}
