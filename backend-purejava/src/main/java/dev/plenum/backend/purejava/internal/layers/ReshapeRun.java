package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import org.jspecify.annotations.Nullable;

/** The same values in rows of another length. */
final class ReshapeRun implements ImageRun {
  private final Connections connections;
  private final float[][] scratch;

  ReshapeRun(Connections connections, Workers workers) {
    this.connections = connections;
    scratch = workers.scratch(connections.input().imageSize());
  }

  @Override
  public void forward(int image, int worker) {
    copy(connections.input(), image, connections.output(), image, worker);
  }

  @Override
  public @Nullable ImageBackward backward() {
    Gradients target = connections.inputGradient();
    return target == null ? null : (image, slot, worker) -> giveBack(image, worker, target);
  }

  private void giveBack(int image, int worker, Gradients target) {
    Gradients source = connections.requireOutputGradient();
    copy(
        source.maps(),
        source.place(image, worker),
        target.maps(),
        target.place(image, worker),
        worker);
  }

  private void copy(FeatureMaps from, int source, FeatureMaps to, int target, int worker) {
    float[] values = scratch[worker];
    for (int row = 0; row < from.height(); row++) {
      System.arraycopy(
          from.data(),
          from.index(source, row, 0),
          values,
          Aligned.START + row * from.rowSize(),
          from.rowSize());
    }
    to.copyImage(target, values, Aligned.START);
  }
}
