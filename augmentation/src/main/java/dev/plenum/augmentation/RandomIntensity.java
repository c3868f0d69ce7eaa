package dev.plenum.augmentation;

import dev.plenum.api.random.CounterRandom;

/**
 * Ranges of changes of the pixels' values.
 *
 * @param channelShift ± what is added to all of them
 * @param brightness what they are multiplied by
 */
record RandomIntensity(double channelShift, Range brightness) {
  static final RandomIntensity NONE = new RandomIntensity(0, new Range(1, 1));

  RandomIntensity {
    TransformArguments.between(
        "the channel shift range", 0, 1, "(pixels run from 0 to 1)", channelShift);
    if (!(brightness.low() >= 0
        && brightness.low() <= brightness.high()
        && brightness.high() < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "brightness factors must be at least 0 and the lower one first, found %s to %s"
              .formatted(brightness.low(), brightness.high()));
    }
  }

  /** Adds the same to all values, but leaves none beyond the image's own least and greatest. */
  void shiftChannels(float[] pixels, int offset, int size, CounterRandom random) {
    if (channelShift == 0) {
      return;
    }
    float amount = (float) Range.symmetric(channelShift).draw(random, Draw.CHANNEL_SHIFT);
    float least = pixels[offset];
    float greatest = pixels[offset];
    for (int i = offset; i < offset + size; i++) {
      least = Math.min(least, pixels[i]);
      greatest = Math.max(greatest, pixels[i]);
    }
    for (int i = offset; i < offset + size; i++) {
      pixels[i] = Math.max(least, Math.min(greatest, pixels[i] + amount));
    }
  }

  /** Multiplies all values, and cuts off what is then beyond 0 to 1. */
  void brighten(float[] pixels, int offset, int size, CounterRandom random) {
    if (brightness.isAlways(1)) {
      return;
    }
    float factor = (float) brightness.draw(random, Draw.BRIGHTNESS);
    for (int i = offset; i < offset + size; i++) {
      pixels[i] = Math.max(0, Math.min(1, pixels[i] * factor));
    }
  }
}
