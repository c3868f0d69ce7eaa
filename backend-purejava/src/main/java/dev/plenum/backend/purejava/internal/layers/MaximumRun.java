package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import org.jspecify.annotations.Nullable;

/**
 * The largest of values; of equal ones the first gets the gradient. NaN is larger than any number.
 *
 * @param merging what it stands between
 */
record MaximumRun(Merging merging) implements ImageRun {

  @Override
  public void forward(int image, int worker) {
    FeatureMaps output = merging.output();
    output.copyImage(image, merging.inputs().get(0), image);
    for (int i = 1; i < merging.inputs().size(); i++) {
      FeatureMaps next = merging.inputs().get(i);
      for (int row = 0; row < output.height(); row++) {
        int from = next.index(image, row, 0);
        int to = output.index(image, row, 0);
        for (int k = 0; k < output.rowSize(); k++) {
          output.data()[to + k] = Math.max(output.data()[to + k], next.data()[from + k]);
        }
      }
    }
  }

  @Override
  public @Nullable ImageBackward backward() {
    return merging.backward((input, image, gradient, place, target, targetPlace, worker) -> {
      for (int row = 0; row < target.height(); row++) {
        int from = gradient.index(place, row, 0);
        int to = target.index(targetPlace, row, 0);
        for (int k = 0; k < target.rowSize(); k++) {
          target.data()[to + k] = winner(image, row, k) == input ? gradient.data()[from + k] : 0f;
        }
      }
    });
  }

  /** The first input that has the output's value. */
  private int winner(int image, int row, int k) {
    FeatureMaps output = merging.output();
    float largest = output.data()[output.index(image, row, 0) + k];
    for (int i = 0; i < merging.inputs().size(); i++) {
      FeatureMaps next = merging.inputs().get(i);
      if (next.data()[next.index(image, row, 0) + k] == largest) {
        return i;
      }
    }
    return 0; // the largest is NaN
  }
}
