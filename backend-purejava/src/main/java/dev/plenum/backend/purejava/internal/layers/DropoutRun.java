package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.random.DropoutMask;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import org.jspecify.annotations.Nullable;

/** Multiplies by the mask while training, else copies. */
final class DropoutRun implements LayerRun {
  private final Connections connections;
  private final Workers workers;
  private final DropoutMask mask;
  /** The masks of the last training step, by image; empty in a network that only predicts. */
  private final float[][] factors;

  private final Phase copy;
  private final Phase drop = this::drop;
  private final Phase backward = this::backwardImage;
  private long step;

  DropoutRun(Connections connections, DropoutMask mask, int capacity, Workers workers) {
    this.connections = connections;
    this.workers = workers;
    this.mask = mask;
    int images = connections.outputGradient() == null ? 0 : capacity;
    factors = new float[images][connections.input().imageSize()];
    copy = (image, worker) -> connections.output().copyImage(image, connections.input());
  }

  @Override
  public void forward(int count) {
    workers.run(count, copy);
  }

  @Override
  public void forward(int count, long step) {
    this.step = step;
    workers.run(count, drop);
  }

  @Override
  public void backward(int count) {
    if (connections.inputGradient() != null) {
      workers.run(count, backward);
    }
  }

  private void drop(int image, int worker) {
    mask.fill(step, image, factors[image], connections.input().imageSize());
    multiply(image, connections.input(), connections.output());
  }

  private void backwardImage(int image, int worker) {
    multiply(image, connections.requireOutputGradient(), connections.inputGradient());
  }

  private void multiply(int image, FeatureMaps from, @Nullable FeatureMaps to) {
    if (to == null) {
      return;
    }
    for (int row = 0; row < from.height(); row++) {
      multiply(
          from.data(),
          from.index(image, row, 0),
          factors[image],
          row * from.rowSize(),
          to.data(),
          to.index(image, row, 0),
          from.rowSize());
    }
  }

  private static void multiply(
      float[] from, int source, float[] factors, int factor, float[] to, int target, int count) {
    for (int i = 0; i < count; i++) {
      to[target + i] = from[source + i] * factors[factor + i];
    }
  }
}
