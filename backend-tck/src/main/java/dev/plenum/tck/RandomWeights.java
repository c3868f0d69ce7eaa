package dev.plenum.tck;

import dev.plenum.api.network.Network;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** Weights to compute with: initial kernels, but random biases, so that a misplaced bias shows. */
final class RandomWeights {
  private static final double BIAS_LIMIT = 0.2;

  private RandomWeights() {}

  static NamedTensors of(Network network, Seed seed) {
    Map<String, Tensor> weights =
        new LinkedHashMap<>(InitialWeights.of(network, seed).byName());
    weights.replaceAll(
        (name, tensor) -> name.endsWith("/bias") ? randomBias(name, tensor, seed) : tensor);
    return new NamedTensors(weights);
  }

  private static Tensor randomBias(String name, Tensor bias, Seed seed) {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, seed, name.hashCode());
    float[] values = bias.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.uniform(i, -BIAS_LIMIT, BIAS_LIMIT);
    }
    return new Tensor(bias.shape(), values);
  }
}
