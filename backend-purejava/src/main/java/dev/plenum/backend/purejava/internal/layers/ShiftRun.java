package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An image at another place: with zeros around it, or cut off at its sides. What lies outside the other
 * one is zero, or has no gradient.
 *
 * @param connections what it stands between
 * @param down the output's row of the input's first; negative where rows are cut off
 * @param right the output's column of the input's first; negative where columns are cut off
 */
record ShiftRun(Connections connections, int down, int right) implements ImageRun {

  @Override
  public void forward(int image, int worker) {
    copy(connections.input(), image, connections.output(), image, down, right);
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
        -down,
        -right);
  }

  private static void copy(
      FeatureMaps from, int source, FeatureMaps to, int target, int down, int right) {
    int firstColumn = Math.max(0, right);
    int columns = Math.min(to.width(), from.width() + right) - firstColumn;
    for (int row = 0; row < to.height(); row++) {
      int start = to.index(target, row, 0);
      Arrays.fill(to.data(), start, start + to.rowSize(), 0f);
      int sourceRow = row - down;
      if (sourceRow >= 0 && sourceRow < from.height()) {
        System.arraycopy(
            from.data(),
            from.index(source, sourceRow, firstColumn - right),
            to.data(),
            to.index(target, row, firstColumn),
            columns * to.channels());
      }
    }
  }
}
