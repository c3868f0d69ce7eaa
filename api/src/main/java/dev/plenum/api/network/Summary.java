package dev.plenum.api.network;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Prints a network as Keras's {@code model.summary()} does. */
final class Summary {
  private static final String ROW = "│ %-31s │ %-22s │ %13s │%n";
  private static final String TOP = border("┏", "┳", "┓", "━");
  private static final String HEAD = "┃ %-31s ┃ %-22s ┃ %13s ┃%n";
  private static final String UNDER_HEAD = border("┡", "╇", "┩", "━");
  private static final String BETWEEN = border("├", "┼", "┤", "─");
  private static final String BOTTOM = border("└", "┴", "┘", "─");

  private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB");

  private Summary() {}

  static String of(Sequential network) {
    StringBuilder out = new StringBuilder("Model: \"sequential\"\n");
    out.append(TOP)
        .append(line(HEAD, "Layer (type)", "Output Shape", "Param #"))
        .append(UNDER_HEAD);
    List<PlacedLayer> layers = network.placedLayers();
    for (PlacedLayer layer : layers) {
      out.append(layer.index() == 0 ? "" : BETWEEN);
      out.append(line(
          ROW,
          layer.name() + " (" + layer.spec().type() + ")",
          layer.output().toString().replaceFirst("\\(", "(None, "),
          count(layer.parameterCount())));
    }
    out.append(BOTTOM);
    long total = network.parameterCount();
    String totals = "%s (%s)".formatted(count(total), memory(total * Float.BYTES));
    out.append(" Total params: ").append(totals).append('\n');
    out.append(" Trainable params: ").append(totals).append('\n');
    out.append(" Non-trainable params: 0 (0.00 B)\n");
    return out.toString();
  }

  /** Python rounds ties to even, {@code %.2f} rounds them up: 1.125 KB is "1.12 KB". */
  private static String memory(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 1024) {
      value /= 1024;
      unit++;
    }
    return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN) + " " + UNITS.get(unit);
  }

  private static String line(String format, String layer, String shape, String parameters) {
    return String.format(Locale.ROOT, format, layer, shape, parameters)
        .replace(System.lineSeparator(), "\n");
  }

  private static String count(long parameters) {
    return String.format(Locale.ROOT, "%,d", parameters);
  }

  private static String border(String left, String middle, String right, String stroke) {
    return left + stroke.repeat(33) + middle + stroke.repeat(24) + middle + stroke.repeat(15)
        + right + "\n";
  }
}
