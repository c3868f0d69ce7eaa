package dev.plenum.experiment;

import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.persistence.Preprocessing;
import java.util.Map;

/**
 * An augmentation, which takes and leaves pixels from 0 to 1, of pixels that have other values.
 *
 * @param augmentation changes pixels from 0 to 1
 * @param range what is between black and white
 * @param black the value of a pixel that is 0
 */
record AugmentedValues(ImageTransform augmentation, double range, double black)
    implements ImageTransform {
  private static final int WHITE = 255;

  /** Itself, if the values are those from 0 to 1. */
  static ImageTransform of(ImageTransform augmentation, Preprocessing values) {
    return values.isToUnit()
        ? augmentation
        : new AugmentedValues(augmentation, WHITE * values.rescale(), values.offset());
  }

  @Override
  public Map<String, Object> describe() {
    return augmentation.describe();
  }

  @Override
  public void apply(
      float[] source, float[] target, int targetOffset, Shape shape, CounterRandom random) {
    for (int i = 0; i < shape.size(); i++) {
      source[i] = (float) ((source[i] - black) / range);
    }
    augmentation.apply(source, target, targetOffset, shape, random);
    for (int i = targetOffset; i < targetOffset + shape.size(); i++) {
      target[i] = (float) (target[i] * range + black);
    }
  }
}
