package dev.plenum.interchange;

import dev.plenum.api.Model;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.backend.purejava.PureJavaBackend;
import java.util.LinkedHashMap;
import java.util.Map;

/** Networks to export, images to show them, and what our own engine makes of these. */
public final class Samples {
  private Samples() {}

  /** Initial weights, but with random values where all would be equal, so that a misplaced one shows. */
  public static TrainedNetwork trained(Network network, Seed seed) {
    Map<String, Tensor> weights =
        new LinkedHashMap<>(InitialWeights.of(network, seed).byName());
    weights.replaceAll((name, tensor) -> tensor.shape().rank() == 1
        ? new Tensor(tensor.shape(), uniform(tensor.shape().size(), seed, name.hashCode()))
        : tensor);
    return new TrainedNetwork(network, new NamedTensors(weights));
  }

  /** So many images with values in [0, 1). */
  public static float[] images(Network network, int count, Seed seed) {
    return uniform(count * network.input().size(), seed, 1);
  }

  private static float[] uniform(int length, Seed seed, long what) {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, seed, what);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.uniform(i);
    }
    return values;
  }

  /** The probabilities that our own engine computes. */
  public static float[] predict(TrainedNetwork trained, float[] images, int count) {
    Network network = trained.network();
    try (Model model = new PureJavaBackend().compile(network, Sgd.defaults(), Seed.seed(1))) {
      model.setWeights(trained.weights());
      float[] probabilities = new float[count * network.classes()];
      model.predict(images, count, probabilities);
      return probabilities;
    }
  }

  /** What goes into the softmax. */
  public static float[] logits(TrainedNetwork trained, float[] images, int count) {
    Network network = trained.network();
    try (Model model = new PureJavaBackend().compile(network, Sgd.defaults(), Seed.seed(1))) {
      model.setWeights(trained.weights());
      float[] logits = new float[count * network.classes()];
      model.logits(images, count, logits);
      return logits;
    }
  }
}
