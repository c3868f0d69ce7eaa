package dev.plenum.interchange.onnx.reading;

import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Rescaling;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code x · factor + offset} for each channel.
 *
 * @param factors one for each channel
 * @param offsets one for each channel
 */
record Scaling(double[] factors, double[] offsets) {

  /** What a layer does, if it scales so many channels. */
  static Optional<Scaling> of(Operation layer, int channels) {
    if (layer instanceof Rescaling rescaling) {
      return Optional.of(
          new Scaling(filled(channels, rescaling.scale()), filled(channels, rescaling.offset())));
    } else if (layer instanceof Normalization normalization) {
      return Optional.of(new Scaling(
          IntStream.range(0, channels).mapToDouble(normalization::factor).toArray(),
          IntStream.range(0, channels).mapToDouble(normalization::offset).toArray()));
    }
    return Optional.empty();
  }

  /** So many times the same. */
  static double[] filled(int channels, double value) {
    double[] values = new double[channels];
    Arrays.fill(values, value);
    return values;
  }

  /** This, and then another. */
  Scaling then(Scaling next) {
    double[] both = new double[factors.length];
    double[] sums = new double[factors.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = factors[i] * next.factors[i];
      sums[i] = offsets[i] * next.factors[i] + next.offsets[i];
    }
    return new Scaling(both, sums);
  }

  /** Whether nothing is multiplied. */
  boolean onlyAdds() {
    return Arrays.stream(factors).allMatch(factor -> factor == 1);
  }

  /** The layer that does it; empty if channels have factors of their own that are not all above 0. */
  Optional<LayerSpec> layer() {
    if (same(factors) && same(offsets)) {
      return Optional.of(new Rescaling(factors[0], offsets[0]));
    }
    // Normalization divides by no less than 1e-7.
    if (!Arrays.stream(factors).allMatch(factor -> factor > 0 && factor < 1e7)) {
      return Optional.empty();
    }
    List<Double> means = IntStream.range(0, factors.length)
        .mapToObj(i -> -offsets[i] / factors[i])
        .toList();
    List<Double> variances =
        Arrays.stream(factors).mapToObj(factor -> 1 / (factor * factor)).toList();
    return Optional.of(new Normalization(means, variances));
  }

  private static boolean same(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }
}
