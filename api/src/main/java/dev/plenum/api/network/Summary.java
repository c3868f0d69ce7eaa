package dev.plenum.api.network;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints a network as Keras's {@code model.summary()} does on a terminal of 80 columns: in columns of
 * fixed widths, in which text is broken between words, and a word that is too long for a line is cut off.
 */
final class Summary {
  private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB");

  /**
   * A table; in its third column numbers are aligned to the right.
   *
   * @param titles of the columns
   * @param widths of the columns
   */
  private record Layout(List<String> titles, List<Integer> widths) {}

  private static final Layout LINE =
      new Layout(List.of("Layer (type)", "Output Shape", "Param #"), List.of(31, 22, 13));
  private static final Layout GRAPH = new Layout(
      List.of("Layer (type)", "Output Shape", "Param #", "Connected to"), List.of(19, 17, 10, 17));
  private static final int NUMERIC_COLUMN = 2;

  private Summary() {}

  static String of(Network network) {
    List<PlacedLayer> layers = network.placedLayers();
    boolean inLine = layers.stream().allMatch(layer -> layer.reads().size() == 1);
    Layout layout = inLine ? LINE : GRAPH;
    List<List<String>> rows = new ArrayList<>();
    if (network instanceof Graph) {
      rows.add(row("input_layer", "InputLayer", network.input(), 0, "-"));
    }
    for (PlacedLayer layer : SummaryOrder.of(layers)) {
      rows.add(row(
          layer.name(),
          layer.spec().type(),
          layer.output(),
          layer.parameterCount(),
          sources(layer, layers)));
    }
    long total = network.parameterCount();
    long trainable = network.trainableCount();
    return "Model: \"" + (network instanceof Graph ? "functional" : "sequential") + "\"\n"
        + table(layout, rows)
        + " Total params: " + size(total) + "\n"
        + " Trainable params: " + size(trainable) + "\n"
        + " Non-trainable params: " + size(total - trainable) + "\n";
  }

  private static List<String> row(
      String name, String type, Shape output, long parameters, String sources) {
    return List.of(
        name + " (" + type + ")",
        output.toString().replaceFirst("\\(", "(None, "),
        count(parameters),
        sources);
  }

  private static String sources(PlacedLayer layer, List<PlacedLayer> layers) {
    return layer.reads().stream()
        .map(number ->
            number == PlacedLayer.IMAGES ? "input_layer" : layers.get(number).name())
        .map(name -> name + "[0][0]")
        .collect(Collectors.joining(", "));
  }

  private static String table(Layout layout, List<List<String>> rows) {
    return border(layout, "┏", "┳", "┓", "━")
        + lines(layout, layout.titles, "┃")
        + border(layout, "┡", "╇", "┩", "━")
        + rows.stream()
            .map(row -> lines(layout, row, "│"))
            .collect(Collectors.joining(border(layout, "├", "┼", "┤", "─")))
        + border(layout, "└", "┴", "┘", "─");
  }

  /** A row of the table, as many lines high as its highest cell; texts without a column are left out. */
  private static String lines(Layout layout, List<String> row, String stroke) {
    List<List<String>> cells = IntStream.range(0, layout.widths.size())
        .mapToObj(column -> broken(row.get(column), layout.widths.get(column)))
        .toList();
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    StringBuilder out = new StringBuilder();
    for (int line = 0; line < height; line++) {
      out.append(stroke);
      for (int column = 0; column < cells.size(); column++) {
        List<String> cell = cells.get(column);
        String align = column == NUMERIC_COLUMN ? "" : "-";
        out.append(String.format(
            Locale.ROOT,
            " %" + align + layout.widths.get(column) + "s " + stroke,
            line < cell.size() ? cell.get(line) : ""));
      }
      out.append('\n');
    }
    return out.toString();
  }

  /** Lines of at most that width. */
  private static List<String> broken(String text, int width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      if (line.isEmpty()) {
        line = word;
      } else if (line.length() + 1 + word.length() <= width) {
        line += " " + word;
      } else {
        lines.add(cut(line, width));
        line = word;
      }
    }
    lines.add(cut(line, width));
    return lines;
  }

  private static String cut(String line, int width) {
    return line.length() <= width ? line : line.substring(0, width - 1) + "…";
  }

  private static String border(
      Layout layout, String left, String middle, String right, String stroke) {
    return layout.widths.stream()
        .map(width -> stroke.repeat(width + 2))
        .collect(Collectors.joining(middle, left, right + "\n"));
  }

  private static String count(long parameters) {
    return String.format(Locale.ROOT, "%,d", parameters);
  }

  private static String size(long parameters) {
    return "%s (%s)".formatted(count(parameters), memory(parameters * Float.BYTES));
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
}
