package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import org.jspecify.annotations.Nullable;

/** The sum of values, or their mean. */
final class SumRun implements ImageRun {
  private final Merging merging;
  private final float factor;
  private final Elementwise elementwise;

  /** Multiplies the sum by the factor. */
  SumRun(Merging merging, float factor, Elementwise elementwise) {
    this.merging = merging;
    this.factor = factor;
    this.elementwise = elementwise;
  }

  @Override
  public void forward(int image, int worker) {
    FeatureMaps output = merging.output();
    for (int row = 0; row < output.height(); row++) {
      int out = output.index(image, row, 0);
      for (int i = 1; i < merging.inputs().size(); i++) {
        FeatureMaps a = i == 1 ? merging.inputs().get(0) : output;
        FeatureMaps b = merging.inputs().get(i);
        elementwise.add(
            a.data(),
            a.index(image, row, 0),
            b.data(),
            b.index(image, row, 0),
            output.data(),
            out,
            output.rowSize());
      }
      scale(output.data(), out, output.rowSize());
    }
  }

  private void scale(float[] values, int from, int count) {
    if (factor == 1f) {
      return;
    }
    for (int i = from; i < from + count; i++) {
      values[i] *= factor;
    }
  }

  @Override
  public @Nullable ImageBackward backward() {
    return merging.backward((input, image, gradient, place, target, targetPlace, worker) -> {
      target.copyImage(targetPlace, gradient, place);
      for (int row = 0; row < target.height(); row++) {
        scale(target.data(), target.index(targetPlace, row, 0), target.rowSize());
      }
    });
  }
}
