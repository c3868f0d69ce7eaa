package dev.plenum.augmentation;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.Tensor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Subtracts each channel's mean over the training images, and may divide by its deviation. */
final class ChannelScaling {
  static final String MEAN = "featurewise/mean";
  static final String STD = "featurewise/std";

  private final Tensor mean;
  private final @Nullable Tensor std;
  private final float[] subtrahends;
  private final double[] divisors;

  /**
   * The scaling by these statistics.
   *
   * @param mean of each channel
   * @param std of each channel; null if nothing is to be divided
   */
  ChannelScaling(Tensor mean, @Nullable Tensor std) {
    this.mean = mean;
    this.std = std;
    this.subtrahends = mean.toArray();
    this.divisors = new double[subtrahends.length];
    Arrays.setAll(divisors, c -> std == null ? 1 : std.get(c) + PixelSteps.EPSILON);
  }

  static ChannelScaling fit(Dataset images, boolean divide) {
    Shape perChannel = Shape.of(images.imageShape().channels());
    double[] means = Moments.means(images, perChannel.size());
    return new ChannelScaling(
        Rounded.tensor(perChannel, means),
        divide ? Rounded.tensor(perChannel, Moments.deviations(images, means)) : null);
  }

  void requireFit(Shape image) {
    if (image.channels() != subtrahends.length) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "the normalisation was fitted to images of %d channels, found the shape %s",
          subtrahends.length,
          image));
    }
  }

  /** Scales an image in place. */
  void apply(float[] pixels, int offset, int size) {
    int channels = subtrahends.length;
    for (int i = 0; i < size; i += channels) {
      for (int c = 0; c < channels; c++) {
        int at = offset + i + c;
        pixels[at] = (float) ((pixels[at] - subtrahends[c]) / divisors[c]);
      }
    }
  }

  void describe(Map<String, Tensor> statistics) {
    statistics.put(MEAN, mean);
    if (std != null) {
      statistics.put(STD, std);
    }
  }
}
