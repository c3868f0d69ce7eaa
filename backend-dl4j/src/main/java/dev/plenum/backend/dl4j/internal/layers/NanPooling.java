package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;

/** Makes those outputs of a pooling NaN whose windows have a NaN, as the contract wants. Seldom run. */
final class NanPooling implements Runnable {
  private final Connections connections;
  private final Window window;
  private final Shape shape;

  NanPooling(Connections connections, Window window, Shape inputShape) {
    this.connections = connections;
    this.window = window;
    this.shape = inputShape;
  }

  @Override
  public void run() {
    float[] inputs = NativeMemory.toArray(connections.input());
    float[] outputs = NativeMemory.toArray(connections.output());
    for (int i = 0; i < inputs.length; i++) {
      if (Float.isNaN(inputs[i])) {
        spread(i, outputs);
      }
    }
    NativeMemory.write(outputs, 0, connections.output());
  }

  /** Sets the outputs of all windows that an input lies in. */
  private void spread(int input, float[] outputs) {
    int channel = input % shape.channels();
    int column = input / shape.channels() % shape.width() + window.left(shape);
    int row = input / shape.channels() / shape.width() % shape.height() + window.top(shape);
    int image = input / shape.size();
    int height = window.outputHeight(shape);
    int width = window.outputWidth(shape);
    for (int y = first(row, window.height(), window.strideY());
        y < height && y * window.strideY() <= row;
        y++) {
      for (int x = first(column, window.width(), window.strideX());
          x < width && x * window.strideX() <= column;
          x++) {
        outputs[((image * height + y) * width + x) * shape.channels() + channel] = Float.NaN;
      }
    }
  }

  /** The first window that reaches a row or column, counted from the first window's start. */
  private static int first(int position, int size, int stride) {
    return Math.max(0, Math.floorDiv(position - size, stride) + 1);
  }
}
