package dev.plenum.augmentation;

/**
 * An angle's cosine and sine, exact at multiples of 90°.
 *
 * @param cos from −1 to 1
 * @param sin from −1 to 1
 */
record Rotation(double cos, double sin) {
  private static final double RADIANS_PER_DEGREE = Math.PI / 180;

  static Rotation ofDegrees(double degrees) {
    double quarters = Math.rint(degrees / 90);
    double rest = (degrees - 90 * quarters) * RADIANS_PER_DEGREE;
    double cos = StrictMath.cos(rest);
    double sin = StrictMath.sin(rest);
    return switch (Math.floorMod((int) quarters, 4)) {
      case 0 -> new Rotation(cos, sin);
      case 1 -> new Rotation(-sin, cos);
      case 2 -> new Rotation(-cos, -sin);
      default -> new Rotation(sin, -cos);
    };
  }
}
