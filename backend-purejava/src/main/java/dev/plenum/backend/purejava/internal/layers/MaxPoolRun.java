package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A pool that does not follow a convolution (see {@link ConvPoolRun}). The winning cell of each window
 * gets the gradient.
 */
final class MaxPoolRun implements ImageRun {
  private final Connections connections;
  private final Window window;
  private final MaxPooling pooling;
  private final Elementwise elementwise;
  /** Whether each pixel lies in exactly one window. */
  private final boolean isTiled;
  /** Channels rounded up to whole vectors. */
  private final int padded;

  private final float[][] scratch;
  /** The winning cells, image after image, rows × columns × padded channels; aligned. */
  private final float[] winners;

  MaxPoolRun(Connections connections, Window window, Shape input, Workers workers) {
    this.connections = connections;
    this.window = window;
    pooling = new MaxPooling(window, input, workers.kernels().maxCells());
    elementwise = workers.kernels().elementwise();
    padded = Gemm.padded(input.channels());
    FeatureMaps output = connections.output();
    isTiled = window.strideY() == window.height()
        && window.strideX() == window.width()
        && input.height() == output.height() * window.height()
        && input.width() == output.width() * window.width();
    scratch = workers.scratch(output.width() * padded);
    winners = Aligned.array(output.images() * output.height() * output.width() * padded);
  }

  @Override
  public void forward(int image, int worker) {
    FeatureMaps input = connections.input();
    FeatureMaps output = connections.output();
    for (int row = 0; row < output.height(); row++) {
      pooling.poolRow(
          row,
          input.data(),
          input.index(image, 0, 0),
          input.rowStride(),
          input.channels(),
          padded,
          scratch[worker],
          winners,
          winnersAt(image, row));
      output.copyRow(image, row, scratch[worker], Aligned.START, padded);
    }
  }

  @Override
  public @Nullable ImageBackward backward() {
    Gradients inputGradient = connections.inputGradient();
    return inputGradient == null
        ? null
        : (image, slot, worker) -> giveBack(image, worker, inputGradient);
  }

  /** Gives each window's gradient to its winning cell. */
  private void giveBack(int image, int worker, Gradients inputGradients) {
    FeatureMaps gradient = connections.requireOutputGradient().maps();
    FeatureMaps inputGradient = inputGradients.maps();
    int place = connections.requireOutputGradient().place(image, worker);
    int inputPlace = inputGradients.place(image, worker);
    if (isTiled) {
      select(image, gradient, place, inputGradient, inputPlace);
      return;
    }
    for (int row = 0; row < inputGradient.height(); row++) {
      int start = inputGradient.index(inputPlace, row, 0);
      Arrays.fill(inputGradient.data(), start, start + inputGradient.rowSize(), 0f);
    }
    for (int row = 0; row < gradient.height(); row++) {
      for (int column = 0; column < gradient.width(); column++) {
        int target =
            inputGradient.index(inputPlace, pooling.firstRow(row), pooling.firstColumn(column));
        int source = gradient.index(place, row, column);
        int winner = winnersAt(image, row) + column * padded;
        for (int c = 0; c < gradient.channels(); c++) {
          int cell = (int) winners[winner + c];
          int offset = cell / window.width() * inputGradient.rowStride()
              + cell % window.width() * gradient.channels();
          inputGradient.data()[target + offset + c] += gradient.data()[source + c];
        }
      }
    }
  }

  /** The same where no windows overlap: each cell takes its window's gradient, or zero. */
  private void select(
      int image, FeatureMaps gradient, int place, FeatureMaps inputGradient, int inputPlace) {
    for (int y = 0; y < inputGradient.height(); y++) {
      int row = y / window.height();
      for (int x = 0; x < inputGradient.width(); x++) {
        int column = x / window.width();
        elementwise.select(
            gradient.data(),
            gradient.index(place, row, column),
            winners,
            winnersAt(image, row) + column * padded,
            y % window.height() * window.width() + x % window.width(),
            inputGradient.data(),
            inputGradient.index(inputPlace, y, x),
            gradient.channels());
      }
    }
  }

  private int winnersAt(int image, int row) {
    FeatureMaps output = connections.output();
    return Aligned.START + (image * output.height() + row) * output.width() * padded;
  }
}
