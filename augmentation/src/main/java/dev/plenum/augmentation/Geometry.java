package dev.plenum.augmentation;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;

/**
 * All that moves an image's pixels, made at one go: the image is sampled once.
 *
 * @param affine where pixels are taken from
 * @param elastic how far from there
 * @param interpolation how values between pixels are found
 * @param border what is seen where the image is left
 */
record Geometry(
    RandomAffine affine, RandomElastic elastic, Interpolation interpolation, Border border) {
  static final Geometry NONE = new Geometry(
      RandomAffine.NONE,
      RandomElastic.NONE,
      Interpolation.BILINEAR,
      new Border(FillMode.NEAREST, 0));

  Geometry with(RandomAffine other) {
    return new Geometry(other, elastic, interpolation, border);
  }

  Geometry with(RandomElastic other) {
    return new Geometry(affine, other, interpolation, border);
  }

  Geometry with(Interpolation other) {
    return new Geometry(affine, elastic, other, border);
  }

  Geometry with(Border other) {
    return new Geometry(affine, elastic, interpolation, other);
  }

  /** Writes the moved image to {@code target} from {@code offset} on. */
  void apply(float[] source, float[] target, int offset, Shape shape, CounterRandom random) {
    if (!elastic.isNone()) {
      distort(
          source, shape, affine.draw(shape, random), elastic.draw(shape, random), target, offset);
    } else if (affine.isIdentity()) {
      System.arraycopy(source, 0, target, offset, shape.size());
    } else {
      sample(source, shape, affine.draw(shape, random), target, offset);
    }
  }

  private void sample(float[] source, Shape shape, AffineMap map, float[] target, int offset) {
    switch (interpolation) {
      case NEAREST -> NearestSampler.sample(source, shape, map, border, target, offset);
      case BILINEAR -> BilinearSampler.sample(source, shape, map, border, target, offset);
    }
  }

  /** The same with every position displaced. */
  void distort(
      float[] source,
      Shape shape,
      AffineMap map,
      Displacements displacements,
      float[] target,
      int offset) {
    int to = offset;
    for (int y = 0; y < shape.height(); y++) {
      displacements.beginRow(y);
      for (int x = 0; x < shape.width(); x++, to += shape.channels()) {
        double sourceX = map.xx() * x + (map.xy() * y + map.x0()) + displacements.x(x);
        double sourceY = map.yx() * x + (map.yy() * y + map.y0()) + displacements.y(x);
        switch (interpolation) {
          case NEAREST -> NearestSampler.pixel(source, shape, border, sourceX, sourceY, target, to);
          case BILINEAR ->
            BilinearSampler.pixel(source, shape, border, sourceX, sourceY, target, to);
        }
      }
    }
  }
}
