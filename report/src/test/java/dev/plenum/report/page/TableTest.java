package dev.plenum.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.report.page.Table.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final List<Column> COLUMNS = List.of(Column.words("What"), Column.number("Count"));

  @Test
  void markdownAlignsNumbersAndEscapesWhatWouldEndACell() {
    Table table = new Table("things", COLUMNS, List.of(List.of("a|b\nc", "1")));
    assertEquals("| What | Count |\n| --- | ---: |\n| a\\|b c | 1 |\n", table.toMarkdown());
  }

  @Test
  void theFirstCellOfARowIsItsHeading() {
    String html =
        new Table("things", COLUMNS, List.of(List.of("a", "1"))).toHtml().toString();
    assertTrue(html.contains("<th scope=\"row\">a</th><td class=\"number\">1</td>"), html);
    assertTrue(html.contains("<caption>things</caption>"), html);
  }

  @Test
  void aRowWithoutACellIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Table("things", COLUMNS, List.of(List.of("a"))));
  }
}
