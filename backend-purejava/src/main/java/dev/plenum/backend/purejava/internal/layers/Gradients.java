package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.FeatureMaps;

/**
 * The gradients between two layers.
 *
 * @param maps where they lie
 * @param perWorker whether the maps have one image for each worker instead of all images of the
 *     batch. That is enough where both layers go back image by image ({@link ImagewiseRun}), and it
 *     stays in the cache.
 */
public record Gradients(FeatureMaps maps, boolean perWorker) {

  /** Which image of the maps holds the gradient of an image of the batch. */
  int place(int image, int worker) {
    return perWorker ? worker : image;
  }
}
