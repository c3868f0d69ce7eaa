package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The product of values. One of a single pixel stands for an image that has its values in every pixel; its
 * gradient is the sum over the pixels, row by row.
 *
 * @param merging what it stands between
 */
record MultiplyRun(Merging merging) implements ImageRun {

  @Override
  public void forward(int image, int worker) {
    FeatureMaps output = merging.output();
    for (int row = 0; row < output.height(); row++) {
      for (int column = 0; column < output.width(); column++) {
        int out = output.index(image, row, column);
        for (int c = 0; c < output.channels(); c++) {
          output.data()[out + c] = product(image, row, column, c, -1);
        }
      }
    }
  }

  /** The product of all inputs but one. */
  private float product(int image, int row, int column, int c, int without) {
    float product = 1f;
    for (int i = 0; i < merging.inputs().size(); i++) {
      if (i != without) {
        FeatureMaps factor = merging.inputs().get(i);
        product *= factor.data()[index(factor, image, row, column) + c];
      }
    }
    return product;
  }

  private boolean isOnePixel(FeatureMaps maps) {
    return maps.height() * maps.width() == 1;
  }

  private int index(FeatureMaps maps, int image, int row, int column) {
    return isOnePixel(maps) ? maps.index(image, 0, 0) : maps.index(image, row, column);
  }

  @Override
  public @Nullable ImageBackward backward() {
    return merging.backward((input, image, gradient, place, target, targetPlace, worker) -> {
      boolean sums = isOnePixel(target);
      if (sums) {
        int start = target.index(targetPlace, 0, 0);
        Arrays.fill(target.data(), start, start + target.channels(), 0f);
      }
      for (int row = 0; row < gradient.height(); row++) {
        for (int column = 0; column < gradient.width(); column++) {
          int from = gradient.index(place, row, column);
          int to = index(target, targetPlace, row, column);
          for (int c = 0; c < gradient.channels(); c++) {
            float others = product(image, row, column, c, input);
            float own = gradient.data()[from + c] * others;
            target.data()[to + c] = sums ? target.data()[to + c] + own : own;
          }
        }
      }
    });
  }
}
