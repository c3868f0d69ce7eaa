package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The mean of each window, of those cells that lie inside the image. */
final class AveragePoolRun implements ImageRun {
  private final Connections connections;
  private final Window window;
  private final int height;
  private final int width;
  private final int top;
  private final int left;
  private final Elementwise elementwise;

  AveragePoolRun(Connections connections, Window window, Shape input, Workers workers) {
    this.connections = connections;
    this.window = window;
    height = input.height();
    width = input.width();
    top = window.top(input);
    left = window.left(input);
    elementwise = workers.kernels().elementwise();
  }

  private int firstRow(int row) {
    return Math.max(0, row * window.strideY() - top);
  }

  private int endRow(int row) {
    return Math.min(height, row * window.strideY() - top + window.height());
  }

  private int firstColumn(int column) {
    return Math.max(0, column * window.strideX() - left);
  }

  private int endColumn(int column) {
    return Math.min(width, column * window.strideX() - left + window.width());
  }

  private float share(int row, int column) {
    int cells = (endRow(row) - firstRow(row)) * (endColumn(column) - firstColumn(column));
    return 1f / cells;
  }

  @Override
  public void forward(int image, int worker) {
    FeatureMaps input = connections.input();
    FeatureMaps output = connections.output();
    int channels = input.channels();
    int columns = output.rowSize() / channels;
    for (int i = 0; i < output.height() * columns; i++) {
      int row = i / columns;
      int column = i % columns;
      int out = output.index(image, row, 0) + column * channels;
      Arrays.fill(output.data(), out, out + channels, 0f);
      for (int y = firstRow(row); y < endRow(row); y++) {
        for (int x = firstColumn(column); x < endColumn(column); x++) {
          elementwise.add(
              output.data(),
              out,
              input.data(),
              input.index(image, y, x),
              output.data(),
              out,
              channels);
        }
      }
      float share = share(row, column);
      for (int c = out; c < out + channels; c++) {
        output.data()[c] *= share;
      }
    }
  }

  @Override
  public @Nullable ImageBackward backward() {
    Gradients target = connections.inputGradient();
    return target == null ? null : (image, slot, worker) -> giveBack(image, worker, target);
  }

  /** Gives each cell its share of each window's gradient. */
  private void giveBack(int image, int worker, Gradients target) {
    FeatureMaps gradient = connections.requireOutputGradient().maps();
    FeatureMaps inputGradient = target.maps();
    int place = connections.requireOutputGradient().place(image, worker);
    int inputPlace = target.place(image, worker);
    for (int row = 0; row < height; row++) {
      int start = inputGradient.index(inputPlace, row, 0);
      Arrays.fill(inputGradient.data(), start, start + inputGradient.rowSize(), 0f);
    }
    int channels = inputGradient.channels();
    int columns = gradient.rowSize() / channels;
    for (int i = 0; i < gradient.height() * columns; i++) {
      int row = i / columns;
      int column = i % columns;
      int from = gradient.index(place, row, 0) + column * channels;
      float share = share(row, column);
      for (int c = from; c < from + channels; c++) {
        gradient.data()[c] *= share;
      }
      for (int y = firstRow(row); y < endRow(row); y++) {
        for (int x = firstColumn(column); x < endColumn(column); x++) {
          int to = inputGradient.index(inputPlace, y, x);
          elementwise.add(
              inputGradient.data(), to, gradient.data(), from, inputGradient.data(), to, channels);
        }
      }
    }
  }
}
