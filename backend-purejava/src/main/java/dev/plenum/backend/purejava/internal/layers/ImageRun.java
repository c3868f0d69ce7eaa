package dev.plenum.backend.purejava.internal.layers;

import org.jspecify.annotations.Nullable;

/**
 * A layer that looks at each image by itself. It reads the maps of its input and writes those of its
 * output.
 */
interface ImageRun {

  /** Takes the parameters as they are now; before the forward passes of a batch's images. */
  default void prepare() {}

  /** Computes one image's output. */
  void forward(int image, int worker);

  /** The same while training; {@code step} keys what is random. */
  default void forward(int image, int worker, long step) {
    forward(image, worker);
  }

  /**
   * The same where all maps have one image for each worker, so that they stay in its cache: what is predicted
   * needs the values between two layers of no other image. Overridden where the number of the image in the batch counts.
   */
  default void predict(int image, int worker) {
    forward(worker, worker);
  }

  /** Its way back; null where there is nothing to compute. */
  @Nullable
  ImageBackward backward();
}
