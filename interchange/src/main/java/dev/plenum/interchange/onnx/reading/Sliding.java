package dev.plenum.interchange.onnx.reading;

import dev.plenum.api.network.Margins;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import java.util.Optional;

/**
 * How a node's window slides over images.
 *
 * @param window without padding
 * @param rows where the windows are from top to bottom
 * @param columns where they are from left to right
 */
record Sliding(Window window, Axis rows, Axis columns) {

  /**
   * Windows along one axis.
   *
   * @param size of the image
   * @param span of a window, from its first cell to its last
   * @param stride from one window to the next
   * @param before cells of the first window that lie before the image
   * @param count the number of windows
   */
  record Axis(int size, int span, int stride, int before, int count) {

    /** Cells of the last window that lie behind the image. */
    int after() {
      return Math.max(
          0, Math.addExact(Math.multiplyExact(count - 1, stride), span) - before - size);
    }

    private boolean is(Padding padding) {
      return before == padding.before(size, span, stride)
          && count == padding.outputSize(size, span, stride);
    }
  }

  /** The windows of a node, so many cells high and wide, over images of a shape. */
  static Sliding of(Node node, Shape images, int height, int width) {
    int[] strides = node.sizes("strides", 2, 1, 1);
    int[] dilations = node.sizes("dilations", 2, 1, 1);
    Window window = new Window(
        height, width, strides[0], strides[1], Padding.VALID, dilations[0], dilations[1]);
    int[] pads = node.sizes("pads", 4, 0, 0);
    return new Sliding(
        window,
        axis(node, images.height(), window.spanY(), strides[0], pads[0], pads[2]),
        axis(node, images.width(), window.spanX(), strides[1], pads[1], pads[3]));
  }

  private static Axis axis(Node node, int size, int span, int stride, int before, int after) {
    String automatic = node.text("auto_pad", "NOTSET");
    switch (automatic) {
      case "NOTSET" -> {
        return explicit(node, size, span, stride, before, after);
      }
      case "VALID" -> {
        return explicit(node, size, span, stride, 0, 0);
      }
      case "SAME_UPPER", "SAME_LOWER" -> {
        Axis upper = new Axis(
            size,
            span,
            stride,
            Padding.SAME.before(size, span, stride),
            Padding.SAME.outputSize(size, span, stride));
        return automatic.equals("SAME_UPPER")
            ? upper
            : new Axis(size, span, stride, upper.after(), upper.count());
      }
      default -> throw node.refused("has the auto_pad '" + automatic + "'");
    }
  }

  private static Axis explicit(Node node, int size, int span, int stride, int before, int after) {
    long room = (long) size + before + after - span;
    if (room < 0 || before >= span || after >= span) {
      throw node.refused("has a window of %s cells over %s, with %s before and %s behind them"
          .formatted(span, size, before, after));
    }
    boolean up = node.integer("ceil_mode", 0) != 0;
    long count = (up ? room + stride - 1 : room) / stride + 1;
    if ((count - 1) * stride >= (long) size + before) {
      count--; // no window begins behind the image
    }
    return new Axis(size, span, stride, before, (int) count);
  }

  /** The padding by which a layer's windows are the same, if there is one. */
  Optional<Padding> padding() {
    for (Padding padding : Padding.values()) {
      if (rows.is(padding) && columns.is(padding)) {
        return Optional.of(padding);
      }
    }
    return Optional.empty();
  }

  /** What must surround the images, so that the windows stay inside. */
  Margins margins() {
    return new Margins(rows.before(), rows.after(), columns.before(), columns.after());
  }
}
