package dev.plenum.interchange.onnx.reading;

import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Rescaling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code x · factor + offset} for each channel.
 *
 * @param factors one for each channel
 * @param offsets one for each channel
 */
record Scaling(List<Double> factors, List<Double> offsets) {

  /** Multiplies channels. */
  static Scaling times(List<Double> factors) {
    return new Scaling(factors, Collections.nCopies(factors.size(), 0.0));
  }

  /** Multiplies all channels by one number, and adds to each its own. */
  static Scaling plus(double factor, List<Double> offsets) {
    return new Scaling(Collections.nCopies(offsets.size(), factor), offsets);
  }

  /** What a layer does, if it scales so many channels. */
  static Optional<Scaling> of(Operation layer, int channels) {
    if (layer instanceof Rescaling rescaling) {
      return Optional.of(
          plus(rescaling.scale(), Collections.nCopies(channels, rescaling.offset())));
    } else if (layer instanceof Normalization normalization) {
      return Optional.of(new Scaling(
          IntStream.range(0, channels).mapToObj(normalization::factor).toList(),
          IntStream.range(0, channels).mapToObj(normalization::offset).toList()));
    }
    return Optional.empty();
  }

  /** The number of channels. */
  int channels() {
    return factors.size();
  }

  /** This, and then another. */
  Scaling then(Scaling next) {
    List<Double> both = new ArrayList<>();
    List<Double> sums = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      both.add(factors.get(i) * next.factors.get(i));
      sums.add(offsets.get(i) * next.factors.get(i) + next.offsets.get(i));
    }
    return new Scaling(both, sums);
  }

  /** Whether nothing is multiplied. */
  boolean onlyAdds() {
    return factors.stream().allMatch(factor -> factor == 1);
  }

  /** The layer that does it; empty if channels have factors of their own that are not all above 0. */
  Optional<LayerSpec> layer() {
    if (same(factors) && same(offsets)) {
      return Optional.of(new Rescaling(factors.get(0), offsets.get(0)));
    }
    // Normalization divides by no less than 1e-7.
    if (!factors.stream().allMatch(factor -> factor > 0 && factor < 1e7)) {
      return Optional.empty();
    }
    return Optional.of(new Normalization(
        IntStream.range(0, channels())
            .mapToObj(i -> -offsets.get(i) / factors.get(i))
            .toList(),
        factors.stream().map(factor -> 1 / (factor * factor)).toList()));
  }

  private static boolean same(List<Double> values) {
    return values.stream().allMatch(values.get(0)::equals);
  }
}
