package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The product of values. One of a single pixel stands for an image that has its values in every pixel; its
 * gradient is the sum over the pixels, row by row.
 */
final class MultiplyRun implements ImageRun {
  private final Merging merging;
  private final Elementwise elementwise;
  /** For each worker a row of products. */
  private final float[][] rows;

  MultiplyRun(Merging merging, Workers workers) {
    this.merging = merging;
    elementwise = workers.kernels().elementwise();
    rows = workers.scratch(merging.output().rowSize());
  }

  @Override
  public void forward(int image, int worker) {
    FeatureMaps output = merging.output();
    for (int row = 0; row < output.height(); row++) {
      int out = output.index(image, row, 0);
      Arrays.fill(output.data(), out, out + output.rowSize(), 1f);
      for (FeatureMaps factor : merging.inputs()) {
        multiplyRow(factor, image, row, output.data(), out);
      }
    }
  }

  /** Multiplies a row of products by one of the factors. */
  private void multiplyRow(FeatureMaps factor, int image, int row, float[] products, int offset) {
    int pixels = merging.output().width();
    int channels = factor.channels();
    if (factor.width() == pixels && factor.height() == merging.output().height()) {
      int from = factor.index(image, row, 0);
      elementwise.multiply(
          products, offset, factor.data(), from, products, offset, factor.rowSize());
      return;
    }
    int from = factor.index(image, 0, 0);
    for (int i = offset; i < offset + pixels * channels; i += channels) {
      elementwise.multiply(products, i, factor.data(), from, products, i, channels);
    }
  }

  @Override
  public @Nullable ImageBackward backward() {
    return merging.backward(this::giveBack);
  }

  private void giveBack(
      int input,
      int image,
      FeatureMaps gradient,
      int place,
      FeatureMaps target,
      int targetPlace,
      int worker) {
    float[] products = rows[worker];
    boolean sums = target.rowSize() != gradient.rowSize() || target.height() != gradient.height();
    if (sums) {
      int start = target.index(targetPlace, 0, 0);
      Arrays.fill(target.data(), start, start + target.channels(), 0f);
    }
    for (int row = 0; row < gradient.height(); row++) {
      System.arraycopy(
          gradient.data(),
          gradient.index(place, row, 0),
          products,
          Aligned.START,
          gradient.rowSize());
      for (int i = 0; i < merging.inputs().size(); i++) {
        if (i != input) {
          multiplyRow(merging.inputs().get(i), image, row, products, Aligned.START);
        }
      }
      if (sums) {
        addPixels(products, gradient.width(), target, targetPlace);
      } else {
        System.arraycopy(
            products,
            Aligned.START,
            target.data(),
            target.index(targetPlace, row, 0),
            gradient.rowSize());
      }
    }
  }

  private void addPixels(float[] products, int pixels, FeatureMaps target, int place) {
    int to = target.index(place, 0, 0);
    int channels = target.channels();
    for (int pixel = 0; pixel < pixels; pixel++) {
      elementwise.add(
          target.data(),
          to,
          products,
          Aligned.START + pixel * channels,
          target.data(),
          to,
          channels);
    }
  }
}
