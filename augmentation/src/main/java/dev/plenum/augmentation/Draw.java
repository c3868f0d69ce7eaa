package dev.plenum.augmentation;

import dev.plenum.api.random.CounterRandom;

/** The random numbers of one image: each has a place of its own, whichever others are drawn. */
enum Draw {
  ROTATION(0),
  WIDTH_SHIFT(1),
  HEIGHT_SHIFT(2),
  SHEAR(3),
  ZOOM_X(4),
  ZOOM_Y(5),
  CHANNEL_SHIFT(6),
  HORIZONTAL_FLIP(7),
  VERTICAL_FLIP(8),
  BRIGHTNESS(9),
  CUTOUT(10),
  CUTOUT_X(11),
  CUTOUT_Y(12),
  ELASTIC(13);

  private final long counter;

  Draw(long counter) {
    this.counter = counter;
  }

  /** Where in the image's random numbers; fixed for ever, unlike the ordinal. */
  long counter() {
    return counter;
  }

  /** True for one image in two. */
  boolean coin(CounterRandom random) {
    return happens(random, 0.5);
  }

  /** True for this share of the images. */
  boolean happens(CounterRandom random, double probability) {
    return random.uniform(counter) < probability;
  }

  /** A whole number in [0, bound). */
  int below(CounterRandom random, int bound) {
    return random.below(counter, bound);
  }
}
