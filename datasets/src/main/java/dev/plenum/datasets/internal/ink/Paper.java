package dev.plenum.datasets.internal.ink;

import java.util.Arrays;

/** What a picture is written on. */
final class Paper {
  /** The rows and columns at the border, of all. */
  private static final int BORDER_PART = 20;
  /** Strokes are less than this part of the picture's shorter side wide, as a radius. */
  private static final int STROKE_PART = 6;

  private static final double DARKEST = 24;

  private Paper() {}

  /**
   * Whether it is lighter than the ink. The picture's brightness is compared with a plane laid through it,
   * so that light from one side does not matter: ink is what is far from it and rare, and not at the border.
   */
  static boolean isLight(Plane picture) {
    Plane flat = new Slope(picture).removed();
    double squares = 0;
    double cubes = 0;
    for (double value : flat.values()) {
      squares += value * value;
      cubes += value * value * value;
    }
    int n = flat.values().length;
    double deviation = Math.sqrt(squares / n);
    if (deviation == 0) {
      return false;
    }
    double skewness = cubes / n / (deviation * deviation * deviation);
    return borderMean(flat) / deviation - skewness > 0;
  }

  private static double borderMean(Plane flat) {
    int rows = Math.max(1, flat.height() / BORDER_PART);
    int columns = Math.max(1, flat.width() / BORDER_PART);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < flat.values().length; i++) {
      int y = i / flat.width();
      int x = i % flat.width();
      boolean isInside =
          y >= rows && y < flat.height() - rows && x >= columns && x < flat.width() - columns;
      if (!isInside) {
        sum += flat.values()[i];
        count++;
      }
    }
    return sum / count;
  }

  /**
   * How dark each pixel is beside the light paper around it: 0 for paper, 1 for black. Where there is
   * something dark that is wider than strokes are, such as a shadow, it is taken for paper. It is looked at
   * twice, the second time without the light that comes from one side, and what is dark both times counts:
   * the first is wrong at borders on the dark side, the second beside shadows.
   */
  static Plane darkness(Plane picture) {
    double[] asItIs = besidePaper(picture);
    double[] even = besidePaper(new Slope(picture).evened());
    double[] darkness = new double[asItIs.length];
    Arrays.setAll(darkness, i -> Math.min(asItIs[i], even[i]));
    return new Plane(picture.height(), picture.width(), darkness);
  }

  private static double[] besidePaper(Plane picture) {
    int radius = Math.max(1, Math.min(picture.height(), picture.width()) / STROKE_PART);
    Plane paper = picture.largest(radius).smallest(radius).mean(Math.max(1, radius / 4));
    double[] darkness = new double[picture.values().length];
    for (int i = 0; i < darkness.length; i++) {
      double light = Math.max(DARKEST, paper.values()[i]);
      darkness[i] = Math.min(1, Math.max(0, 1 - picture.values()[i] / light));
    }
    return darkness;
  }
}
