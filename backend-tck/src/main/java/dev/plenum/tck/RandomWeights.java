package dev.plenum.tck;

import dev.plenum.api.network.Constant;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Weights to compute with: initial kernels where those are random, and random values for everything that
 * starts from a constant, so that a misplaced one shows.
 */
final class RandomWeights {

  private RandomWeights() {}

  static NamedTensors of(Network network, Seed seed) {
    Map<String, Tensor> weights =
        new LinkedHashMap<>(InitialWeights.of(network, seed).byName());
    for (PlacedLayer layer : network.placedLayers()) {
      for (ParameterSpec parameter : layer.parameters()) {
        if (parameter.initializer() instanceof Constant) {
          String name = layer.parameterName(parameter);
          weights.put(name, random(name, parameter, seed));
        }
      }
    }
    return new NamedTensors(weights);
  }

  private static Tensor random(String name, ParameterSpec parameter, Seed seed) {
    return switch (parameter.name()) {
      case "gamma" -> uniform(name, parameter, seed, 0.5, 1.5);
      case "moving_mean" -> uniform(name, parameter, seed, -0.5, 0.5);
      case "moving_variance" -> uniform(name, parameter, seed, 0.5, 2);
      default -> uniform(name, parameter, seed, -0.2, 0.2);
    };
  }

  private static Tensor uniform(
      String name, ParameterSpec parameter, Seed seed, double low, double high) {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, seed, name.hashCode());
    float[] values = new float[parameter.shape().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.uniform(i, low, high);
    }
    return new Tensor(parameter.shape(), values);
  }
}
