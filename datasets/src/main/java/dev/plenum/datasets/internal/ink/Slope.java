package dev.plenum.datasets.internal.ink;

import java.util.Arrays;

/** The plane that lies closest to a picture's brightness, by least squares: light that comes from one side. */
final class Slope {
  /** Where the plane falls to less than this part of the mean, it is no light any more. */
  private static final double DARKEST = 0.2;

  private final Plane picture;
  private final double mean;
  private final double alongX;
  private final double alongY;

  Slope(Plane picture) {
    this.picture = picture;
    double sum = 0;
    double momentX = 0;
    double momentY = 0;
    double squaresX = 0;
    double squaresY = 0;
    for (int i = 0; i < picture.values().length; i++) {
      double value = picture.values()[i];
      sum += value;
      momentX += x(i) * value;
      momentY += y(i) * value;
      squaresX += x(i) * x(i);
      squaresY += y(i) * y(i);
    }
    mean = sum / picture.values().length;
    alongX = squaresX == 0 ? 0 : momentX / squaresX;
    alongY = squaresY == 0 ? 0 : momentY / squaresY;
  }

  /** From the middle, in columns. */
  private double x(int pixel) {
    return pixel % picture.width() - (picture.width() - 1) / 2.0;
  }

  /** From the middle, in rows. */
  private double y(int pixel) {
    int row = pixel / picture.width();
    return row - (picture.height() - 1) / 2.0;
  }

  private double at(int pixel) {
    return mean + alongX * x(pixel) + alongY * y(pixel);
  }

  /** What is left of the picture without it; its mean is 0. */
  Plane removed() {
    double[] left = new double[picture.values().length];
    Arrays.setAll(left, i -> picture.values()[i] - at(i));
    return new Plane(picture.height(), picture.width(), left);
  }

  /** The picture in the same light everywhere. */
  Plane evened() {
    double[] even = new double[picture.values().length];
    Arrays.setAll(
        even,
        i -> mean == 0
            ? picture.values()[i]
            : picture.values()[i] * mean / Math.max(DARKEST * mean, at(i)));
    return new Plane(picture.height(), picture.width(), even);
  }
}
