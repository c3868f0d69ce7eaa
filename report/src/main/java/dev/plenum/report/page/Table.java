package dev.plenum.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table that can be shown in HTML and in Markdown.
 *
 * @param caption what it shows
 * @param columns from left to right; the first has the rows' headings
 * @param rows the cells of each
 */
public record Table(String caption, List<Column> columns, List<List<String>> rows) {

  /**
   * A column.
   *
   * @param title its heading
   * @param isNumber whether its cells are numbers, which are aligned to the right
   */
  public record Column(String title, boolean isNumber) {
    /**
     * {@return a column of words}
     *
     * @param title its heading
     */
    public static Column words(String title) {
      return new Column(title, false);
    }

    /**
     * {@return a column of numbers}
     *
     * @param title its heading
     */
    public static Column number(String title) {
      return new Column(title, true);
    }
  }

  /**
   * Copies the lists; checks that every row has a cell in each column.
   *
   * @param caption what it shows
   * @param columns from left to right; the first has the rows' headings
   * @param rows the cells of each
   * @throws IllegalArgumentException if a row has not
   */
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(String.format(
            Locale.ROOT,
            "the table '%s' has %d columns, but a row of %d cells",
            caption,
            columns.size(),
            row.size()));
      }
    }
  }

  /** {@return the table as HTML, in a container that scrolls where it is narrow} */
  public Html toHtml() {
    HtmlTable table = new HtmlTable(caption)
        .head(columns.stream()
            .map(column -> column.isNumber()
                ? HtmlTable.numberColumn(column.title())
                : HtmlTable.wordColumn(column.title()))
            .toList());
    for (List<String> row : rows) {
      List<Html> cells = new ArrayList<>();
      for (int i = 1; i < row.size(); i++) {
        cells.add(
            columns.get(i).isNumber() ? HtmlTable.number(row.get(i)) : HtmlTable.words(row.get(i)));
      }
      table.row(row.get(0), cells);
    }
    return table.html();
  }

  /** {@return the columns' headings, and then the rows} */
  public List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns.stream().map(Column::title).toList());
    lines.addAll(rows);
    return lines;
  }

  /** {@return the table as GitHub's Markdown, without the caption} */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder();
    text.append(line(columns.stream().map(Column::title).toList()));
    text.append(columns.stream()
        .map(column -> column.isNumber() ? "---:" : "---")
        .collect(Collectors.joining(" | ", "| ", " |\n")));
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(Markdown::text).collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
