package dev.plenum.augmentation;

import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.List;

/**
 * Statistics that come from outside.
 *
 * @param tensors by the names of {@link ImageNormalisation#statistics}
 */
record SavedStatistics(NamedTensors tensors) {

  /** That they are what a normalisation needs, in any order. */
  void requireNames(List<String> names) {
    List<String> found = tensors.names();
    if (found.size() != names.size() || !found.containsAll(names)) {
      throw new IllegalArgumentException(
          "a normalisation of these parameters needs the statistics %s, found %s"
              .formatted(names, found));
    }
  }

  ChannelScaling channelScaling(boolean divide) {
    Tensor mean = finite(ChannelScaling.MEAN);
    if (mean.shape().rank() != 1) {
      throw new IllegalArgumentException(
          "the statistic '%s' must have the shape (channels), found %s"
              .formatted(ChannelScaling.MEAN, mean.shape()));
    }
    return new ChannelScaling(mean, divide ? std(mean.shape()) : null);
  }

  private Tensor std(Shape channels) {
    Tensor std = finite(ChannelScaling.STD);
    requireShape(ChannelScaling.STD, channels, std);
    for (float value : std.toArray()) {
      if (value < 0) {
        throw new IllegalArgumentException("the statistic '%s' has a standard deviation below 0: %s"
            .formatted(ChannelScaling.STD, value));
      }
    }
    return std;
  }

  ZcaWhitening whitening() {
    Tensor mean = finite(ZcaWhitening.MEAN);
    if (!mean.shape().isImage()) {
      throw new IllegalArgumentException(
          "the statistic '%s' must have the shape (height, width, channels), found %s"
              .formatted(ZcaWhitening.MEAN, mean.shape()));
    }
    ZcaWhitening.requireSize(mean.shape());
    Tensor matrix = finite(ZcaWhitening.MATRIX);
    int size = mean.shape().size();
    requireShape(ZcaWhitening.MATRIX, Shape.of(size, size), matrix);
    return new ZcaWhitening(mean, matrix);
  }

  private static void requireShape(String name, Shape expected, Tensor tensor) {
    if (!tensor.shape().equals(expected)) {
      throw new IllegalArgumentException("the statistic '%s' must have the shape %s, found %s"
          .formatted(name, expected, tensor.shape()));
    }
  }

  private Tensor finite(String name) {
    Tensor tensor = tensors.get(name);
    for (float value : tensor.toArray()) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException(
            "the statistic '%s' has the value %s".formatted(name, value));
      }
    }
    return tensor;
  }
}
