package dev.plenum.api.spi;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Regularizer;
import dev.plenum.api.tensor.NamedTensors;

/** What regularizers add to the loss, in double precision, the same for every engine. */
final class Penalty {
  private Penalty() {}

  /** Whether a network has a regularizer. */
  static boolean isPresent(Network network) {
    return network.placedLayers().stream()
        .flatMap(layer -> layer.parameters().stream())
        .anyMatch(parameter -> !parameter.regularizer().isNone());
  }

  /** The sum over all kernels, also those of frozen layers, as Keras has it. */
  static double of(Network network, NamedTensors weights) {
    double sum = 0;
    for (PlacedLayer layer : network.placedLayers()) {
      for (ParameterSpec parameter : layer.parameters()) {
        if (!parameter.regularizer().isNone()) {
          sum += of(
              parameter.regularizer(),
              weights.get(layer.parameterName(parameter)).toArray());
        }
      }
    }
    return sum;
  }

  private static double of(Regularizer regularizer, float[] values) {
    double magnitudes = 0;
    double squares = 0;
    for (float value : values) {
      magnitudes += Math.abs((double) value);
      squares += (double) value * value;
    }
    return regularizer.l1() * magnitudes + regularizer.l2() * squares;
  }
}
