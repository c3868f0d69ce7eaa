package dev.plenum.api.network;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints a network as Keras's {@code model.summary()} does. */
final class Summary {
  private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB");

  /**
   * A table.
   *
   * @param titles of the columns
   * @param widths Keras's, where they suffice
   * @param numeric which column is aligned to the right
   */
  private record Layout(List<String> titles, List<Integer> widths, int numeric) {}

  private static final Layout LINE =
      new Layout(List.of("Layer (type)", "Output Shape", "Param #"), List.of(31, 22, 13), 2);
  private static final Layout GRAPH = new Layout(
      List.of("Layer (type)", "Output Shape", "Param #", "Connected to"),
      List.of(19, 17, 10, 17),
      2);

  private Summary() {}

  static String of(Network network) {
    String table = network instanceof Graph
        ? "Model: \"functional\"\n" + table(GRAPH, graphRows(network))
        : "Model: \"sequential\"\n" + table(LINE, lineRows(network));
    long total = network.parameterCount();
    long trainable = network.trainableCount();
    return table
        + " Total params: " + size(total) + "\n"
        + " Trainable params: " + size(trainable) + "\n"
        + " Non-trainable params: " + size(total - trainable) + "\n";
  }

  /** In a line, each row is one line, in columns that are wide enough. */
  private static List<List<List<String>>> lineRows(Network network) {
    return network.placedLayers().stream()
        .map(layer -> List.of(
            List.of(layer.name() + " (" + layer.spec().type() + ")"),
            List.of(batch(layer.output())),
            List.of(count(layer.parameterCount()))))
        .toList();
  }

  /** In a graph, cells are broken into lines of the columns' widths. */
  private static List<List<List<String>>> graphRows(Network network) {
    List<PlacedLayer> layers = network.placedLayers();
    List<List<List<String>>> rows = new ArrayList<>();
    rows.add(graphRow("input_layer", "InputLayer", network.input(), 0, "-"));
    for (PlacedLayer layer : layers) {
      String sources = layer.reads().stream()
          .map(number -> number == PlacedLayer.IMAGES
              ? "input_layer[0][0]"
              : layers.get(number).name() + "[0][0]")
          .collect(Collectors.joining(", "));
      rows.add(graphRow(
          layer.name(), layer.spec().type(), layer.output(), layer.parameterCount(), sources));
    }
    return rows;
  }

  private static List<List<String>> graphRow(
      String name, String type, Shape output, long parameters, String sources) {
    return List.of(
        broken(name + " (" + type + ")", GRAPH.widths.get(0)),
        broken(batch(output), GRAPH.widths.get(1)),
        broken(count(parameters), GRAPH.widths.get(2)),
        broken(sources, GRAPH.widths.get(3)));
  }

  /** Lines of at most that width; a word that is longer is cut, as Keras cuts it. */
  private static List<String> broken(String text, int width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ")) {
      String rest = word;
      if (!line.isEmpty() && line.length() + 1 + rest.length() <= width) {
        line += " " + rest;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      while (rest.length() > width) {
        lines.add(rest.substring(0, width));
        rest = rest.substring(width);
      }
      line = rest;
    }
    lines.add(line);
    return lines;
  }

  private static String table(Layout layout, List<List<List<String>>> rows) {
    List<Integer> widths = widths(layout, rows);
    List<List<String>> titles = layout.titles.stream().map(List::of).toList();
    return border(widths, "┏", "┳", "┓", "━")
        + lines(layout, widths, titles, "┃")
        + border(widths, "┡", "╇", "┩", "━")
        + rows.stream()
            .map(row -> lines(layout, widths, row, "│"))
            .collect(Collectors.joining(border(widths, "├", "┼", "┤", "─")))
        + border(widths, "└", "┴", "┘", "─");
  }

  private static List<Integer> widths(Layout layout, List<List<List<String>>> rows) {
    return IntStream.range(0, layout.widths.size())
        .map(column -> rows.stream()
            .flatMap(row -> row.get(column).stream())
            .mapToInt(String::length)
            .reduce(layout.widths.get(column), Math::max))
        .boxed()
        .toList();
  }

  private static String lines(
      Layout layout, List<Integer> widths, List<List<String>> row, String stroke) {
    int height = row.stream().mapToInt(List::size).max().orElse(0);
    StringBuilder out = new StringBuilder();
    for (int line = 0; line < height; line++) {
      out.append(stroke);
      for (int column = 0; column < row.size(); column++) {
        List<String> cell = row.get(column);
        String align = column == layout.numeric ? "" : "-";
        out.append(String.format(
            Locale.ROOT,
            " %" + align + widths.get(column) + "s " + stroke,
            line < cell.size() ? cell.get(line) : ""));
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String border(
      List<Integer> widths, String left, String middle, String right, String stroke) {
    return widths.stream()
        .map(width -> stroke.repeat(width + 2))
        .collect(Collectors.joining(middle, left, right + "\n"));
  }

  private static String batch(Shape shape) {
    return shape.toString().replaceFirst("\\(", "(None, ");
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
