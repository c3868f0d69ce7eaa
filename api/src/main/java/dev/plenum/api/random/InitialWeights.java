package dev.plenum.api.random;

import dev.plenum.api.network.Constant;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.VarianceScaling;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The weights that training starts from, as each array's initializer has them. */
public final class InitialWeights {
  /** The share of the standard normal distribution below −2. */
  private static final double BELOW_TRUNCATION = 0.02275013194817921;

  private InitialWeights() {}

  /**
   * {@return the initial weights of a network, named as in {@code conv2d/kernel}, in layer order}
   *
   * @param network whose layers' initializers are followed
   * @param seed what the random values follow from; constant ones do not depend on it
   */
  public static NamedTensors of(Network network, Seed seed) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (PlacedLayer layer : network.placedLayers()) {
      for (int i = 0; i < layer.parameters().size(); i++) {
        ParameterSpec parameter = layer.parameters().get(i);
        CounterRandom random = CounterRandom.of(Purpose.INITIALISATION, seed, layer.index(), i);
        weights.put(layer.parameterName(parameter), values(parameter, random));
      }
    }
    return new NamedTensors(weights);
  }

  private static Tensor values(ParameterSpec parameter, CounterRandom random) {
    float[] values = new float[parameter.shape().size()];
    if (parameter.initializer() instanceof Constant constant) {
      Arrays.fill(values, (float) constant.value());
    } else if (parameter.initializer() instanceof VarianceScaling scaling) {
      double spread = scaling.spread(parameter.shape());
      for (int e = 0; e < values.length; e++) {
        values[e] = (float)
            (scaling.isNormal()
                ? spread * truncatedNormal(random, e)
                : random.uniform(e, -spread, spread));
      }
    }
    return new Tensor(parameter.shape(), values);
  }

  /** A standard normal number within ± 2, by the inverse of the distribution function. */
  private static double truncatedNormal(CounterRandom random, int element) {
    return NormalDistribution.quantile(
        random.uniform(element, BELOW_TRUNCATION, 1 - BELOW_TRUNCATION));
  }
}
