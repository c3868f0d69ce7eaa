package dev.plenum.report.comparison;

import dev.plenum.experiment.comparison.Comparison;
import dev.plenum.persistence.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The report on a comparison: {@code report.md}, {@code report.json} and {@code report.html}.
 *
 * @param comparison the results
 */
public record ComparisonReport(Comparison comparison) {
  /** Written last. */
  public static final String LAST_FILE = "report.html";

  /**
   * Writes the files, each atomically.
   *
   * @param folder exists
   * @throws IOException if one cannot be written
   */
  public void writeTo(Path folder) throws IOException {
    AtomicFiles.write(folder.resolve("report.md"), ComparisonMarkdown.of(comparison));
    AtomicFiles.write(
        folder.resolve("report.json"), ComparisonJson.of(comparison).toString());
    AtomicFiles.write(folder.resolve(LAST_FILE), ComparisonPage.of(comparison));
  }
}
