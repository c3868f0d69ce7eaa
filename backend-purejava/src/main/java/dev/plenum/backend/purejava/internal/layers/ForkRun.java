package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value with several readers: going backward their gradients are added in their order.
 *
 * @param readers the gradients that the readers write
 * @param sum the gradient of the value; null where nobody needs it
 * @param elementwise adds
 */
public record ForkRun(List<Gradients> readers, @Nullable Gradients sum, Elementwise elementwise)
    implements ImageRun {

  @Override
  public void forward(int image, int worker) {}

  @Override
  public @Nullable ImageBackward backward() {
    Gradients target = sum;
    return target == null ? null : (image, slot, worker) -> add(image, worker, target);
  }

  private void add(int image, int worker, Gradients target) {
    FeatureMaps maps = target.maps();
    int place = target.place(image, worker);
    for (int row = 0; row < maps.height(); row++) {
      int out = maps.index(place, row, 0);
      for (int i = 1; i < readers.size(); i++) {
        Gradients first = readers.get(0);
        Gradients next = readers.get(i);
        FeatureMaps a = i == 1 ? first.maps() : maps;
        elementwise.add(
            a.data(),
            i == 1 ? a.index(first.place(image, worker), row, 0) : out,
            next.maps().data(),
            next.maps().index(next.place(image, worker), row, 0),
            maps.data(),
            out,
            maps.rowSize());
      }
    }
  }
}
