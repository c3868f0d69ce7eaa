package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import org.jspecify.annotations.Nullable;

/**
 * In a network that only predicts: copies what a worker computed for an image to the maps of the whole batch,
 * for those who read it when all images are there. See {@link ImageRun#predict}.
 *
 * @param own one image for each worker
 * @param shared all images of the batch
 */
public record HandOverRun(FeatureMaps own, FeatureMaps shared) implements ImageRun {

  @Override
  public void predict(int image, int worker) {
    shared.copyImage(image, own, worker);
  }

  @Override
  public void forward(int image, int worker) {
    throw new IllegalStateException("only a network that predicts hands values over");
  }

  @Override
  public @Nullable ImageBackward backward() {
    return null;
  }
}
