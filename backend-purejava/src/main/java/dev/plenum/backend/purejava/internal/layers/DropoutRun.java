package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.random.DropoutMask;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import org.jspecify.annotations.Nullable;

/** Multiplies by the mask while training, else copies. The mask is computed again for the gradient. */
final class DropoutRun implements LayerRun {
  private final Connections connections;
  private final Workers workers;
  private final DropoutMask mask;
  private final float[][] factors;
  private final Phase copy;
  private final Phase drop = this::drop;
  private final Phase backward = this::backwardImage;
  private long step;

  DropoutRun(Connections connections, DropoutMask mask, Workers workers) {
    this.connections = connections;
    this.workers = workers;
    this.mask = mask;
    this.factors = workers.scratch(connections.input().imageSize());
    this.copy = (image, worker) -> connections.output().copyImage(image, connections.input());
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
    multiply(image, worker, connections.input(), connections.output());
  }

  private void backwardImage(int image, int worker) {
    multiply(image, worker, connections.requireOutputGradient(), connections.inputGradient());
  }

  private void multiply(int image, int worker, FeatureMaps from, @Nullable FeatureMaps to) {
    if (to == null) {
      return;
    }
    float[] factor = factors[worker];
    mask.fill(step, image, factor, from.imageSize());
    for (int row = 0; row < from.height(); row++) {
      int source = from.index(image, row, 0);
      int target = to.index(image, row, 0);
      for (int i = 0; i < from.rowSize(); i++) {
        to.data()[target + i] = from.data()[source + i] * factor[row * from.rowSize() + i];
      }
    }
  }
}
