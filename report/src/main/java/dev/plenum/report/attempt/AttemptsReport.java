package dev.plenum.report.attempt;

import dev.plenum.experiment.attempt.Attempts;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.report.page.HtmlPage;
import dev.plenum.report.page.Markdown;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The report on a recipe with a name: {@code report.md}, {@code report.json} and {@code report.html}.
 *
 * @param attempts the results
 */
public record AttemptsReport(Attempts attempts) {
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
    AtomicFiles.write(
        folder.resolve("report.json"), AttemptsJson.of(attempts, folder).toString());
    AtomicFiles.write(folder.resolve(LAST_FILE), page());
  }

  /** {@return findings and table as Markdown, without a heading} */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    AttemptsFindings.of(attempts)
        .forEach(finding -> text.append("- ").append(Markdown.text(finding)).append('\n'));
    return text.append('\n')
        .append(AttemptsTable.of(attempts).toMarkdown())
        .append('\n')
        .append(Markdown.code(attempts.invocation().command()))
        .append('\n')
        .toString();
  }

  private String page() {
    return new HtmlPage("Recipe " + attempts.recipe())
        .verdict(HtmlPage.paragraphs(AttemptsFindings.of(attempts)))
        .section(
            "Every run",
            AttemptsTable.of(attempts).toHtml(),
            HtmlPage.note(AttemptsFindings.EXPLANATION))
        .section(
            "Where the results come from", HtmlPage.note(AttemptsFindings.provenance(attempts)))
        .section(
            "Run it again",
            HtmlPage.preformatted("Command", attempts.invocation().command()))
        .toString();
  }
}
