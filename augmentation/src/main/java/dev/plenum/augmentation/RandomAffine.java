package dev.plenum.augmentation;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;

/**
 * Ranges of one affine map per image.
 *
 * @param rotation ± degrees
 * @param widthShift ± a share of the width if less than 1, else pixels
 * @param heightShift ± a share of the height if less than 1, else pixels
 * @param shear ± degrees
 * @param zoom of each of the two zoom factors
 */
record RandomAffine(
    double rotation, double widthShift, double heightShift, double shear, Range zoom) {
  static final RandomAffine NONE = new RandomAffine(0, 0, 0, 0, new Range(1, 1));

  private static final double MOST_PIXELS = 1_000_000;
  private static final String SHIFT_UNIT = "pixels (below 1: of the size)";
  private static final double MOST_ZOOM = 1000;

  RandomAffine {
    TransformArguments.between("the rotation range", 0, 360, "degrees", rotation);
    TransformArguments.between("the width shift range", 0, MOST_PIXELS, SHIFT_UNIT, widthShift);
    TransformArguments.between("the height shift range", 0, MOST_PIXELS, SHIFT_UNIT, heightShift);
    TransformArguments.between("the shear range", 0, 89, "degrees", shear);
    if (!(zoom.low() > 0 && zoom.low() <= zoom.high() && zoom.high() <= MOST_ZOOM)) {
      throw new IllegalArgumentException(
          "zoom factors must be greater than 0 and at most 1000, the lower first, found %s to %s"
              .formatted(zoom.low(), zoom.high()));
    }
  }

  RandomAffine withRotation(double degrees) {
    return new RandomAffine(degrees, widthShift, heightShift, shear, zoom);
  }

  RandomAffine withWidthShift(double range) {
    return new RandomAffine(rotation, range, heightShift, shear, zoom);
  }

  RandomAffine withHeightShift(double range) {
    return new RandomAffine(rotation, widthShift, range, shear, zoom);
  }

  RandomAffine withShear(double degrees) {
    return new RandomAffine(rotation, widthShift, heightShift, degrees, zoom);
  }

  RandomAffine withZoom(Range factors) {
    return new RandomAffine(rotation, widthShift, heightShift, shear, factors);
  }

  /** Whether no image is changed. */
  boolean isIdentity() {
    return rotation == 0 && widthShift == 0 && heightShift == 0 && shear == 0 && zoom.isAlways(1);
  }

  /** The map of the image that has these numbers. */
  AffineMap draw(Shape shape, CounterRandom random) {
    return AffineMap.about(
        shape.width(),
        shape.height(),
        Range.symmetric(rotation).draw(random, Draw.ROTATION),
        pixels(widthShift, shape.width()).draw(random, Draw.WIDTH_SHIFT),
        pixels(heightShift, shape.height()).draw(random, Draw.HEIGHT_SHIFT),
        Range.symmetric(shear).draw(random, Draw.SHEAR),
        zoom.draw(random, Draw.ZOOM_X),
        zoom.draw(random, Draw.ZOOM_Y));
  }

  private static Range pixels(double shift, int size) {
    return Range.symmetric(shift < 1 ? shift * size : shift);
  }
}
