package dev.plenum.report.page;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns. */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final int leftAligned;

  /**
   * An empty table.
   *
   * @param leftAligned how many columns, from the first, are aligned to the left; the others are
   *     numbers
   */
  public TextTable(int leftAligned) {
    this.leftAligned = leftAligned;
  }

  /**
   * Adds a row.
   *
   * @param row its cells, as many as each other row has
   */
  public void add(List<String> row) {
    rows.add(row.stream().map(Printable::line).toList());
  }

  /**
   * Prints it; what lies to the right of a line's last cell is left out.
   *
   * @param out gets it, line by line; is not closed
   */
  public void print(PrintStream out) {
    int[] widths = widths();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String padding = " ".repeat(widths[i] - Columns.of(row.get(i)));
        line.append(i == 0 ? "" : GAP)
            .append(i < leftAligned ? row.get(i) + padding : padding + row.get(i));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private int[] widths() {
    int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
      }
    }
    return widths;
  }
}
