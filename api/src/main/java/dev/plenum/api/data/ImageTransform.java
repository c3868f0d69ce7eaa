package dev.plenum.api.data;

import dev.plenum.api.network.Shape;
import dev.plenum.api.provenance.Described;
import dev.plenum.api.random.CounterRandom;

/**
 * A change of images: a random one, which makes training images more varied (augmentation), or always
 * the same, which brings all images to one scale (normalisation). Immutable, so that any thread may
 * use it. It must not use the model in training, which waits for its images.
 */
@FunctionalInterface
public interface ImageTransform extends Described {

  /**
   * Writes the changed image.
   *
   * @param source one image in h, w, c order from index 0 on; may be overwritten
   * @param target gets the changed image, of the same shape; another array than {@code source}
   * @param targetOffset where in it
   * @param shape (height, width, channels)
   * @param random the image's own numbers, on which a random change depends and nothing else
   */
  void apply(float[] source, float[] target, int targetOffset, Shape shape, CounterRandom random);
}
