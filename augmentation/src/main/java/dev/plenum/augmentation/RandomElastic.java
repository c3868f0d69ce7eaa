package dev.plenum.augmentation;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import java.util.Map;

/**
 * Random displacements of the points of a coarse grid over the image, whose corners are the image's.
 *
 * @param pixels how far a point may be moved to either side, and up or down; 0 for not at all
 * @param grid points along each side
 */
record RandomElastic(double pixels, int grid) {
  static final RandomElastic NONE = new RandomElastic(0, 4);

  private static final int MOST_PIXELS = 1000;
  private static final int MOST_POINTS = 64;

  RandomElastic {
    TransformArguments.between("the elastic distortion", 0, MOST_PIXELS, "pixels", pixels);
    TransformArguments.between(
        "the grid of the elastic distortion", 2, MOST_POINTS, "points", grid);
  }

  /** Whether no image is changed. */
  boolean isNone() {
    return pixels == 0;
  }

  /** The displacements of the image that has these numbers: of each point along x, then along y. */
  Displacements draw(Shape shape, CounterRandom random) {
    CounterRandom own = random.at(Draw.ELASTIC.counter());
    double[] x = new double[grid * grid];
    double[] y = new double[grid * grid];
    for (int i = 0; i < x.length; i++) {
      x[i] = own.uniform(2L * i, -pixels, pixels);
      y[i] = own.uniform(2L * i + 1, -pixels, pixels);
    }
    return new Displacements(grid, x, y, shape.width(), shape.height());
  }

  void describe(Map<String, Object> parameters) {
    if (!isNone()) {
      parameters.put("elastic_range", pixels);
      parameters.put("elastic_grid", grid);
    }
  }
}
