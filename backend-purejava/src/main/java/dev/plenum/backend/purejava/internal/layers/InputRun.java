package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.data.Batch;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Copies the images that a network is given into the maps that its first layer reads. While training,
 * each is read and augmented by the thread that goes on with it.
 */
public final class InputRun implements ImageRun {
  private final FeatureMaps input;
  private final float[][] scratch;
  private float[] images = new float[0];
  private int first;
  private @Nullable Batch batch;

  /** Fills these maps. */
  public InputRun(FeatureMaps input, Workers workers) {
    this.input = input;
    scratch = workers.scratch(input.imageSize());
  }

  /** Sets a batch to be trained on. */
  public void set(Batch batch) {
    this.batch = batch;
  }

  /** The batch that is trained on; null where none was set. */
  @Nullable
  Batch batch() {
    return batch;
  }

  /**
   * Sets what is to be predicted.
   *
   * @param images image after image, without border
   * @param first which of them is image 0
   */
  public void set(float[] images, int first) {
    this.images = images;
    this.first = first;
  }

  @Override
  public void forward(int image, int worker) {
    input.copyImage(image, images, (first + image) * input.imageSize());
  }

  @Override
  public void predict(int image, int worker) {
    input.copyImage(worker, images, (first + image) * input.imageSize());
  }

  @Override
  public void forward(int image, int worker, long step) {
    Batch current = Objects.requireNonNull(batch, "no batch was set");
    input.copyImage(image, current.make(image, scratch[worker]), image * input.imageSize());
  }

  @Override
  public @Nullable ImageBackward backward() {
    return null;
  }
}
