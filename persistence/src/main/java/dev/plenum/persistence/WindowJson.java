package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plenum.api.network.Margins;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Window;
import java.util.List;

/** Sizes along height and width, as Keras writes them: one number, or two. */
final class WindowJson {
  private static final String STRIDES = "strides";
  private static final String PADDING = "padding";
  private static final String DILATION = "dilation_rate";

  /** What a convolution's window has; the dilation only where there is one. */
  static final List<String> CONVOLUTION = List.of("kernel_size", STRIDES, PADDING, DILATION);
  /** What a pool's window has. */
  static final List<String> POOL = List.of("pool_size", STRIDES, PADDING);

  /** Height and width. */
  private record Size(int height, int width) {}

  private static final Size ONE = new Size(1, 1);

  private WindowJson() {}

  static Window convolution(JsonValue layer) {
    Size dilation = layer.optional(DILATION).map(WindowJson::size).orElse(ONE);
    return window(layer, size(layer.required("kernel_size")), ONE)
        .dilation(dilation.height(), dilation.width());
  }

  /** A pool, which moves by its own size unless something else is said. */
  static Window pool(JsonValue layer) {
    Size size = layer.optional("pool_size").map(WindowJson::size).orElse(new Size(2, 2));
    return window(layer, size, size);
  }

  private static Window window(JsonValue layer, Size size, Size defaultStrides) {
    Size strides = layer.optional(STRIDES).map(WindowJson::size).orElse(defaultStrides);
    Padding padding = layer
        .optional(PADDING)
        .map(value -> value.oneOf(List.of(Padding.values())))
        .orElse(Padding.VALID);
    return new Window(size.height(), size.width(), strides.height(), strides.width(), padding);
  }

  private static Size size(JsonValue value) {
    if (value.node().isArray() && value.node().size() == 2) {
      List<JsonValue> both = value.elements();
      return new Size(both.get(0).intValue(), both.get(1).intValue());
    }
    if (value.node().isInt()) {
      return new Size(value.intValue(), value.intValue());
    }
    throw value.expected("a whole number, or a list of two (height, width),");
  }

  static void putConvolution(ObjectNode node, Window window) {
    put(node, "kernel_size", window);
    if (window.isDilated()) {
      node.putArray(DILATION).add(window.dilationY()).add(window.dilationX());
    }
  }

  static void putPool(ObjectNode node, Window window) {
    put(node, "pool_size", window);
  }

  private static void put(ObjectNode node, String sizeKey, Window window) {
    node.putArray(sizeKey).add(window.height()).add(window.width());
    node.putArray(STRIDES).add(window.strideY()).add(window.strideX());
    node.put(PADDING, window.padding().toString());
  }

  /** One number for all sides, one for top and bottom and one for left and right, or two for each. */
  static Margins margins(JsonValue value) {
    if (value.node().isInt()) {
      return Margins.of(value.intValue());
    }
    if (!value.node().isArray() || value.node().size() != 2) {
      throw value.expected("a whole number, or a list of two (height, width),");
    }
    Size rows = size(value.elements().get(0));
    Size columns = size(value.elements().get(1));
    return new Margins(rows.height(), rows.width(), columns.height(), columns.width());
  }

  static void putMargins(ObjectNode node, String key, Margins margins) {
    ArrayNode sides = node.putArray(key);
    sides.addArray().add(margins.top()).add(margins.bottom());
    sides.addArray().add(margins.left()).add(margins.right());
  }
}
