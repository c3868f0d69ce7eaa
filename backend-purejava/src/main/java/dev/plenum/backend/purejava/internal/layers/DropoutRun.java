package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import org.jspecify.annotations.Nullable;

/** Multiplies by the mask while training, else copies. */
final class DropoutRun implements ImageRun {

  /** What the values of an image are multiplied by. */
  @FunctionalInterface
  interface Mask {
    /** Writes the factors of the image at that position of the batch of that step. */
    void fill(long step, int position, float[] factors, int count);
  }

  private final Connections connections;
  private final Mask mask;
  private final Elementwise elementwise;
  /** The masks of the last training step: of each image if going back needs them, else each worker's. */
  private final float[][] factors;

  DropoutRun(Connections connections, Mask mask, int capacity, Workers workers) {
    this.connections = connections;
    this.mask = mask;
    elementwise = workers.kernels().elementwise();
    int masks = connections.inputGradient() == null ? workers.threads() : capacity;
    factors = new float[masks][connections.input().imageSize()];
  }

  @Override
  public void forward(int image, int worker) {
    connections.output().copyImage(image, connections.input(), image);
  }

  @Override
  public void forward(int image, int worker, long step) {
    float[] kept = factors[connections.inputGradient() == null ? worker : image];
    mask.fill(step, image, kept, connections.input().imageSize());
    multiply(kept, connections.input(), image, connections.output(), image);
  }

  @Override
  public @Nullable ImageBackward backward() {
    Gradients target = connections.inputGradient();
    return target == null ? null : (image, slot, worker) -> giveBack(image, worker, target);
  }

  private void giveBack(int image, int worker, Gradients target) {
    Gradients source = connections.requireOutputGradient();
    multiply(
        factors[image],
        source.maps(),
        source.place(image, worker),
        target.maps(),
        target.place(image, worker));
  }

  private void multiply(float[] factors, FeatureMaps from, int source, FeatureMaps to, int target) {
    for (int row = 0; row < from.height(); row++) {
      elementwise.multiply(
          from.data(),
          from.index(source, row, 0),
          factors,
          row * from.rowSize(),
          to.data(),
          to.index(target, row, 0),
          from.rowSize());
    }
  }
}
