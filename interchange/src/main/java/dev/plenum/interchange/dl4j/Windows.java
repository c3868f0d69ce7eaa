package dev.plenum.interchange.dl4j;

import dev.plenum.api.network.Margins;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.api.network.ZeroPadding2D;
import dev.plenum.persistence.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The windows of convolutions and pools. */
final class Windows {

  /**
   * A window, and the rows and columns that surround its input before.
   *
   * @param margins empty where the window's own padding is enough
   */
  record Padded(Window window, Optional<Margins> margins) {
    /** The layer that surrounds the input with zeros, if it must be. */
    List<ZeroPadding2D> zeros() {
      return margins.map(ZeroPadding2D::new).stream().toList();
    }
  }

  private Windows() {}

  /**
   * Reads a layer's.
   *
   * @param input what the layer reads
   */
  static Padded read(JsonValue layer, Shape input) {
    List<JsonValue> size = pair(layer.required("kernelSize"));
    List<JsonValue> stride = pair(layer.required("stride"));
    List<JsonValue> padding = pair(layer.required("padding"));
    int[] dilation = layer
        .optional("dilation")
        .filter(value -> !value.isNull())
        .map(value -> pair(value).stream().mapToInt(JsonValue::intValue).toArray())
        .orElse(new int[] {1, 1});
    String mode = layer
        .optional("convolutionMode")
        .filter(value -> !value.isNull())
        .map(value -> value.oneOf(List.of("Same", "Strict", "Truncate")))
        .orElse("Truncate");
    Window valid = layer.make(() -> new Window(
        size.get(0).intValue(),
        size.get(1).intValue(),
        stride.get(0).intValue(),
        stride.get(1).intValue(),
        Padding.VALID,
        dilation[0],
        dilation[1]));
    Window same = valid.padding(Padding.SAME);
    if (mode.equals("Same")) {
      return new Padded(same, Optional.empty());
    }
    int rows = padding.get(0).intValue();
    int columns = padding.get(1).intValue();
    if (rows == 0 && columns == 0) {
      return new Padded(valid, Optional.empty());
    }
    Margins margins = layer.make(() -> new Margins(rows, rows, columns, columns));
    Shape padded = layer.make(() -> new ZeroPadding2D(margins).outputShape(input));
    boolean isSame = same.top(input) == rows
        && same.left(input) == columns
        && same.outputHeight(input) == valid.outputHeight(padded)
        && same.outputWidth(input) == valid.outputWidth(padded);
    return isSame ? new Padded(same, Optional.empty()) : new Padded(valid, Optional.of(margins));
  }

  private static List<JsonValue> pair(JsonValue list) {
    List<JsonValue> both = list.elements();
    if (both.size() != 2) {
      throw list.expected("a list of two (height, width)");
    }
    return both;
  }

  /** Puts a window's settings to a layer's. */
  static void write(Window window, Map<String, Object> layer) {
    layer.put("kernelSize", List.of(window.height(), window.width()));
    layer.put("stride", List.of(window.strideY(), window.strideX()));
    layer.put("padding", List.of(0, 0));
    layer.put("dilation", List.of(window.dilationY(), window.dilationX()));
    layer.put("convolutionMode", window.padding() == Padding.SAME ? "Same" : "Truncate");
  }
}
