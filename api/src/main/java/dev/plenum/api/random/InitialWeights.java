package dev.plenum.api.random;

import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** The weights that training starts from: Glorot uniform kernels, zero biases. */
public final class InitialWeights {
  private InitialWeights() {}

  /** The initial weights of a network, named as in {@code conv2d/kernel}, in layer order. */
  public static NamedTensors of(Sequential network, Seed seed) {
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
    if (parameter.initialLimit() > 0) {
      for (int e = 0; e < values.length; e++) {
        values[e] = (float) random.uniform(e, -parameter.initialLimit(), parameter.initialLimit());
      }
    }
    return new Tensor(parameter.shape(), values);
  }
}
