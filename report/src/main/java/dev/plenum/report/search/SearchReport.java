package dev.plenum.report.search;

import dev.plenum.experiment.search.Search;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.report.page.Table;
import dev.plenum.report.page.TextTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The report on a search: {@code search.json} and {@code search.html}, and what a terminal shows.
 *
 * @param search what came out
 */
public record SearchReport(Search search) {
  /** Written last. */
  public static final String LAST_FILE = "search.html";

  private static final int SHOWN_TRIALS = 10;

  /**
   * Writes the files, each atomically.
   *
   * @param folder exists
   * @throws IOException if one cannot be written
   */
  public void writeTo(Path folder) throws IOException {
    AtomicFiles.write(folder.resolve("search.json"), SearchJson.of(search).toString());
    AtomicFiles.write(folder.resolve(LAST_FILE), SearchPage.of(search));
  }

  /**
   * Prints the best trials, the winner's repeats, and what both come to.
   *
   * @param out gets it, line by line; is not closed
   */
  public void print(PrintStream out) {
    SearchTables tables = new SearchTables(search);
    print(tables.trials(SHOWN_TRIALS), out);
    out.println();
    print(tables.repeats(), out);
    out.println();
    SearchFindings.of(search).forEach(out::println);
  }

  private static void print(Table table, PrintStream out) {
    TextTable text = new TextTable(0);
    for (List<String> line : table.lines()) {
      text.add(line);
    }
    text.print(out);
  }
}
