package dev.plenum.report.ablation;

import dev.plenum.experiment.ablation.Ablation;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.report.page.Markdown;
import dev.plenum.report.page.Table;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The report on an ablation: {@code report.md}, {@code report.json} and {@code report.html}.
 *
 * @param ablation the results
 */
public record AblationReport(Ablation ablation) {
  /** Written last. */
  public static final String LAST_FILE = "report.html";

  /**
   * Writes the files, each atomically.
   *
   * @param folder exists
   * @throws IOException if one cannot be written
   */
  public void writeTo(Path folder) throws IOException {
    AtomicFiles.write(folder.resolve("report.md"), markdown());
    AtomicFiles.write(folder.resolve("report.json"), AblationJson.of(ablation).toString());
    AtomicFiles.write(folder.resolve(LAST_FILE), AblationPage.of(ablation));
  }

  /** {@return findings and tables as Markdown, without a heading} */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    AblationFindings.of(ablation)
        .forEach(finding -> text.append("- ").append(Markdown.text(finding)).append('\n'));
    AblationTables tables = new AblationTables(ablation);
    Table[] all = {tables.recipes(), tables.effects()};
    for (Table table : all) {
      text.append('\n').append(table.caption()).append(":\n\n").append(table.toMarkdown());
    }
    return text.append('\n')
        .append(Markdown.code(ablation.invocation().command()))
        .append('\n')
        .toString();
  }
}
