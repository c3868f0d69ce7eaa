package dev.plenum.api.network;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints a network as Keras's {@code model.summary()} does. */
final class Summary {
  private static final List<String> TITLES = List.of("Layer (type)", "Output Shape", "Param #");
  /** Keras's, where they suffice. */
  private static final List<Integer> WIDTHS = List.of(31, 22, 13);

  private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB");

  private Summary() {}

  static String of(Sequential network) {
    List<List<String>> rows = network.placedLayers().stream().map(Summary::row).toList();
    List<Integer> widths = widths(rows);
    String between = border(widths, "├", "┼", "┤", "─");
    StringBuilder out = new StringBuilder("Model: \"sequential\"\n");
    out.append(border(widths, "┏", "┳", "┓", "━"))
        .append(line(widths, TITLES, "┃"))
        .append(border(widths, "┡", "╇", "┩", "━"))
        .append(
            rows.stream().map(row -> line(widths, row, "│")).collect(Collectors.joining(between)))
        .append(border(widths, "└", "┴", "┘", "─"));
    long total = network.parameterCount();
    String totals = "%s (%s)".formatted(count(total), memory(total * Float.BYTES));
    out.append(" Total params: ").append(totals).append('\n');
    out.append(" Trainable params: ").append(totals).append('\n');
    out.append(" Non-trainable params: 0 (0.00 B)\n");
    return out.toString();
  }

  private static List<String> row(PlacedLayer layer) {
    return List.of(
        layer.name() + " (" + layer.spec().type() + ")",
        layer.output().toString().replaceFirst("\\(", "(None, "),
        count(layer.parameterCount()));
  }

  private static List<Integer> widths(List<List<String>> rows) {
    return IntStream.range(0, WIDTHS.size())
        .map(column -> rows.stream()
            .mapToInt(row -> row.get(column).length())
            .reduce(WIDTHS.get(column), Math::max))
        .boxed()
        .toList();
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

  private static String line(List<Integer> widths, List<String> cells, String stroke) {
    return String.format(
        Locale.ROOT,
        "%1$s %2$-" + widths.get(0) + "s %1$s %3$-" + widths.get(1) + "s %1$s %4$" + widths.get(2)
            + "s %1$s\n",
        stroke,
        cells.get(0),
        cells.get(1),
        cells.get(2));
  }

  private static String count(long parameters) {
    return String.format(Locale.ROOT, "%,d", parameters);
  }

  private static String border(
      List<Integer> widths, String left, String middle, String right, String stroke) {
    return widths.stream()
        .map(width -> stroke.repeat(width + 2))
        .collect(Collectors.joining(middle, left, right + "\n"));
  }
}
