package dev.plenum.api.network;

import java.util.List;
import java.util.Locale;

/**
 * {@code (x − mean) / max(√variance, 1e-7)} for each channel, with fixed statistics: not to be confused
 * with {@link BatchNormalization}.
 *
 * @param mean a value for each channel
 * @param variance a value for each channel, at least 0
 */
public record Normalization(List<Double> mean, List<Double> variance) implements LayerSpec {

  /**
   * Checks the values.
   *
   * @param mean a value for each channel, finite
   * @param variance a value for each channel, finite and at least 0
   * @throws InvalidNetworkException if there are not as many means as variances, one is not finite, or
   *     a variance is negative
   */
  public Normalization {
    mean = List.copyOf(mean);
    variance = List.copyOf(variance);
    if (mean.isEmpty() || mean.size() != variance.size()) {
      throw new InvalidNetworkException(String.format(
          Locale.ROOT,
          "Normalization needs a mean and a variance for each channel, found %d and %d",
          mean.size(),
          variance.size()));
    }
    variance.forEach(value -> Check.finite("Normalization", "a variance", value));
    mean.forEach(
        value -> Check.finite("Normalization", "the magnitude of a mean", Math.abs(value)));
  }

  @Override
  public String type() {
    return "Normalization";
  }

  @Override
  public String namePrefix() {
    return "normalization";
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.lastDimension() != mean.size()) {
      throw new InvalidNetworkException(String.format(
          Locale.ROOT,
          "Normalization has statistics of %d channels, found an input of shape %s",
          mean.size(),
          input));
    }
    return input;
  }

  /**
   * {@return what a channel is multiplied by}
   *
   * @param channel its index, from 0
   */
  public double factor(int channel) {
    return 1 / Math.max(Math.sqrt(variance.get(channel)), 1e-7);
  }

  /**
   * {@return what is added to a channel after that}
   *
   * @param channel its index, from 0
   */
  public double offset(int channel) {
    return -mean.get(channel) * factor(channel);
  }
}
