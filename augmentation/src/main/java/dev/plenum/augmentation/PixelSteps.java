package dev.plenum.augmentation;

import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import java.util.Optional;

/**
 * The steps of a normalisation that need no statistics of other images.
 *
 * @param preprocessing comes first
 * @param rescale what all values are then multiplied by
 * @param center whether the image's own mean is then subtracted
 * @param std whether all is then divided by the image's own standard deviation
 */
record PixelSteps(
    Optional<Preprocessing> preprocessing, double rescale, boolean center, boolean std) {
  static final PixelSteps NONE = new PixelSteps(Optional.empty(), 1, false, false);

  /** Added to every divisor, as in Keras. */
  static final double EPSILON = 1e-6;

  /**
   * A function of the user's.
   *
   * @param name says which
   * @param function the function
   */
  record Preprocessing(String name, ImageTransform function) {
    Preprocessing {
      if (name.isBlank()) {
        throw new IllegalArgumentException("the preprocessing function needs a name");
      }
    }
  }

  PixelSteps {
    if (!(rescale > 0 && rescale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the rescaling factor must be greater than 0, found " + rescale);
    }
  }

  PixelSteps withPreprocessing(Preprocessing function) {
    return new PixelSteps(Optional.of(function), rescale, center, std);
  }

  PixelSteps withRescale(double factor) {
    return new PixelSteps(preprocessing, factor, center, std);
  }

  PixelSteps withCenter() {
    return new PixelSteps(preprocessing, rescale, true, std);
  }

  PixelSteps withStd() {
    return new PixelSteps(preprocessing, rescale, true, true);
  }

  /** Writes the changed image to {@code target}. */
  void apply(float[] source, float[] target, int offset, Shape shape, CounterRandom random) {
    int size = shape.size();
    if (preprocessing.isPresent()) {
      preprocessing.get().function().apply(source, target, offset, shape, random);
    } else {
      System.arraycopy(source, 0, target, offset, size);
    }
    scale(target, offset, size);
    standardise(target, offset, size);
  }

  private void scale(float[] pixels, int offset, int size) {
    if (rescale != 1) {
      for (int i = offset; i < offset + size; i++) {
        pixels[i] *= (float) rescale;
      }
    }
  }

  private void standardise(float[] pixels, int offset, int size) {
    if (!center) {
      return;
    }
    double sum = 0;
    for (int i = offset; i < offset + size; i++) {
      sum += pixels[i];
    }
    double mean = sum / size;
    double squares = 0;
    for (int i = offset; i < offset + size; i++) {
      double deviation = pixels[i] - mean;
      squares += deviation * deviation;
    }
    double divisor = std ? Math.sqrt(squares / size) + EPSILON : 1;
    for (int i = offset; i < offset + size; i++) {
      pixels[i] = (float) ((pixels[i] - mean) / divisor);
    }
  }
}
