package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import org.jspecify.annotations.Nullable;

/** The channels of values one after another. */
final class ConcatenateRun implements ImageRun {
  private final Merging merging;
  /** For each input, where its channels begin in the output's pixels. */
  private final int[] starts;

  ConcatenateRun(Merging merging) {
    this.merging = merging;
    starts = new int[merging.inputs().size()];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + merging.inputs().get(i - 1).channels();
    }
  }

  @Override
  public void forward(int image, int worker) {
    FeatureMaps output = merging.output();
    for (int i = 0; i < starts.length; i++) {
      FeatureMaps input = merging.inputs().get(i);
      for (int row = 0; row < input.height(); row++) {
        for (int column = 0; column < input.width(); column++) {
          System.arraycopy(
              input.data(),
              input.index(image, row, column),
              output.data(),
              output.index(image, row, column) + starts[i],
              input.channels());
        }
      }
    }
  }

  @Override
  public @Nullable ImageBackward backward() {
    return merging.backward((input, image, gradient, place, target, targetPlace, worker) -> {
      for (int row = 0; row < target.height(); row++) {
        for (int column = 0; column < target.width(); column++) {
          System.arraycopy(
              gradient.data(),
              gradient.index(place, row, column) + starts[input],
              target.data(),
              target.index(targetPlace, row, column),
              target.channels());
        }
      }
    });
  }
}
