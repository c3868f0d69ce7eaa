package dev.plenum.app.fuzz;

import dev.plenum.api.OptimizerState;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedModel;
import dev.plenum.persistence.SavedNormalisation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small models to damage. */
final class Models {
  private static final Network NETWORK = Sequential.of(
      Shape.of(4, 4, 1),
      Conv2D.of(2, 3).activation(Activation.RELU),
      Flatten.instance(),
      Dense.of(3).activation(Activation.SOFTMAX));

  private Models() {}

  static TrainedNetwork trained(long seed) {
    return new TrainedNetwork(NETWORK, InitialWeights.of(NETWORK, new Seed(seed)));
  }

  /** A model with the statistics of a normalisation. */
  static SavedModel normalised(long seed) {
    SavedModel plain = of(seed);
    NamedTensors statistics = new NamedTensors(Map.of(
        "featurewise/mean", new Tensor(Shape.of(1), new float[] {0.25f}),
        "featurewise/std", new Tensor(Shape.of(1), new float[] {0.5f})));
    return new SavedModel(
        plain.network(),
        plain.optimizer(),
        plain.weights(),
        plain.optimizerState(),
        plain
            .preprocessing()
            .normalised(new SavedNormalisation(
                JsonObject.empty()
                    .with("featurewise_center", true)
                    .with("featurewise_std_normalization", true),
                statistics)),
        plain.classNames(),
        plain.provenance());
  }

  static SavedModel of(long seed) {
    NamedTensors weights = InitialWeights.of(NETWORK, new Seed(seed));
    Adam adam = Adam.defaults();
    Map<String, Tensor> slots = new LinkedHashMap<>();
    weights
        .byName()
        .forEach((name, tensor) -> adam.slots()
            .forEach(slot -> slots.put(
                name + "/" + slot,
                new Tensor(tensor.shape(), new float[tensor.shape().size()]))));
    return new SavedModel(
        NETWORK,
        adam,
        weights,
        new OptimizerState(0, adam.learningRate(), new NamedTensors(slots)),
        Preprocessing.of(NETWORK.input(), "bilinear"),
        List.of("cat", "dog", "fox"),
        JsonObject.empty().with("command", "plenum train").with("seed", seed));
  }
}
