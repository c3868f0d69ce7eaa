package dev.plenum.augmentation;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.Arrays;
import java.util.List;

/** Images for tests, and what transforms make of them. */
final class Images {
  private static final int GUARD = 3;

  private Images() {}

  /** The random numbers of one image. */
  static CounterRandom numbers(long image) {
    return CounterRandom.of(Purpose.AUGMENTATION, new Seed(7), 0, image);
  }

  /** An image of random bytes divided by 255. */
  static float[] random(Shape shape, long seed) {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, new Seed(seed));
    float[] image = new float[shape.size()];
    for (int i = 0; i < image.length; i++) {
      image[i] = random.below(i, 256) / 255f;
    }
    return image;
  }

  /** A dataset of random images with labels 0. */
  static Dataset dataset(Shape shape, int count, long seed) {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, new Seed(seed));
    byte[] pixels = new byte[count * shape.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) random.below(i, 256);
    }
    return dataset(shape, pixels);
  }

  static Dataset dataset(Shape shape, byte[] pixels) {
    return new Dataset(shape, pixels, new int[pixels.length / shape.size()], List.of("one"));
  }

  /** An image of this single value. */
  static float[] plain(Shape shape, float value) {
    float[] image = new float[shape.size()];
    Arrays.fill(image, value);
    return image;
  }

  /** What a transform makes of an image; it must leave what is around it in the target. */
  static float[] apply(ImageTransform transform, float[] image, Shape shape, CounterRandom random) {
    float[] target = new float[image.length + 2 * GUARD];
    Arrays.fill(target, -99);
    transform.apply(image.clone(), target, GUARD, shape, random);
    for (int i = 0; i < GUARD; i++) {
      if (target[i] != -99 || target[target.length - 1 - i] != -99) {
        throw new AssertionError("written outside of the image's place");
      }
    }
    return Arrays.copyOfRange(target, GUARD, GUARD + image.length);
  }

  /** What an affine map makes of an image. */
  static float[] sample(
      float[] image, Shape shape, AffineMap map, Interpolation interpolation, Border border) {
    return apply(
        (source, target, offset, imageShape, random) -> {
          switch (interpolation) {
            case NEAREST -> NearestSampler.sample(source, imageShape, map, border, target, offset);
            case BILINEAR ->
              BilinearSampler.sample(source, imageShape, map, border, target, offset);
          }
        },
        image,
        shape,
        numbers(0));
  }

  /** Bilinear, the border continued. */
  static float[] sample(float[] image, Shape shape, AffineMap map) {
    return sample(image, shape, map, Interpolation.BILINEAR, new Border(FillMode.NEAREST, 0));
  }
}
