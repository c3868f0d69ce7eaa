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
  BRIGHTNESS(9);

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
    return random.uniform(counter) < 0.5;
  }
}
