package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import java.util.Arrays;

/**
 * The largest value of each window, and which cell of the window it came from: that cell gets the
 * gradient. Cells outside the image are passed over. A NaN counts as the largest, so that it shows in
 * the loss.
 */
final class MaxPoolRun implements LayerRun {
  private final Connections connections;
  private final Workers workers;
  private final Window window;
  private final int top;
  private final int left;
  /** For each output value, its cell's number in the window, row by row; image after image. */
  private final int[] winners;

  private final Phase forward = this::forwardImage;
  private final Phase backward = this::backwardImage;

  MaxPoolRun(Connections connections, Window window, Shape input, int capacity, Workers workers) {
    this.connections = connections;
    this.workers = workers;
    this.window = window;
    top = window.top(input);
    left = window.left(input);
    winners = new int[capacity * connections.output().imageSize()];
  }

  @Override
  public void forward(int count) {
    workers.run(count, forward);
  }

  @Override
  public void backward(int count) {
    if (connections.inputGradient() != null) {
      workers.run(count, backward);
    }
  }

  private void forwardImage(int image, int worker) {
    FeatureMaps output = connections.output();
    for (int row = 0; row < output.height(); row++) {
      for (int column = 0; column < output.width(); column++) {
        forwardPixel(image, row, column, winnersAt(image, row, column));
      }
    }
  }

  private void forwardPixel(int image, int row, int column, int winner) {
    FeatureMaps input = connections.input();
    int target = connections.output().index(image, row, column);
    boolean first = true;
    for (int y = 0; y < window.height(); y++) {
      int inputRow = row * window.strideY() - top + y;
      for (int x = 0; x < window.width(); x++) {
        int inputColumn = column * window.strideX() - left + x;
        if (inputRow >= 0
            && inputRow < input.height()
            && inputColumn >= 0
            && inputColumn < input.width()) {
          offer(
              input.index(image, inputRow, inputColumn),
              y * window.width() + x,
              target,
              winner,
              first);
          first = false;
        }
      }
    }
  }

  /** Lets one cell of the window compete, channel by channel. */
  private void offer(int source, int cell, int target, int winner, boolean first) {
    float[] in = connections.input().data();
    float[] out = connections.output().data();
    for (int c = 0; c < connections.input().channels(); c++) {
      float value = in[source + c];
      float best = out[target + c];
      boolean wins =
          first | value > best | Float.isNaN(value); // no branch: it could not be predicted
      out[target + c] = wins ? value : best;
      winners[winner + c] = wins ? cell : winners[winner + c];
    }
  }

  private void backwardImage(int image, int worker) {
    FeatureMaps gradient = connections.requireOutputGradient();
    FeatureMaps inputGradient = connections.inputGradient();
    if (inputGradient == null) {
      return;
    }
    for (int row = 0; row < inputGradient.height(); row++) {
      int start = inputGradient.index(image, row, 0);
      Arrays.fill(inputGradient.data(), start, start + inputGradient.rowSize(), 0f);
    }
    for (int row = 0; row < gradient.height(); row++) {
      for (int column = 0; column < gradient.width(); column++) {
        int windowStart = inputGradient.index(
            image, row * window.strideY() - top, column * window.strideX() - left);
        int source = gradient.index(image, row, column);
        int winner = winnersAt(image, row, column);
        for (int c = 0; c < gradient.channels(); c++) {
          int cell = winners[winner + c];
          int offset = cell / window.width() * inputGradient.rowStride()
              + cell % window.width() * gradient.channels();
          inputGradient.data()[windowStart + offset + c] += gradient.data()[source + c];
        }
      }
    }
  }

  private int winnersAt(int image, int row, int column) {
    FeatureMaps output = connections.output();
    return image * output.imageSize() + row * output.rowSize() + column * output.channels();
  }
}
