package dev.plenum.report.analysis;

import dev.plenum.experiment.analysis.Analysis;
import dev.plenum.experiment.analysis.Suspect;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.report.page.Printable;
import dev.plenum.report.page.TextTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * What an analysis found: as text, as a page, and as JSON.
 *
 * @param model what the classifier is called
 * @param analysis the findings
 */
public record AnalysisReport(String model, Analysis analysis) {
  /** The page that {@link #writeTo} writes. */
  public static final String PAGE = "analysis.html";

  /** All figures, which it writes too. */
  public static final String JSON = "analysis.json";

  private static final int MOST_PRINTED = 20;

  /**
   * Prints what it comes to, and the surest suspects.
   *
   * @param out gets it, line by line; is not closed
   */
  public void print(PrintStream out) {
    AnalysisFindings.of(analysis).forEach(sentence -> out.println(Printable.line(sentence)));
    print(out, "Labels that are probably wrong", analysis.labels().suspects());
    analysis
        .training()
        .ifPresent(found ->
            print(out, "Training labels that are probably wrong", found.labels().suspects()));
  }

  private void print(PrintStream out, String heading, List<Suspect> suspects) {
    if (suspects.isEmpty()) {
      return;
    }
    out.println();
    out.println(heading + " (images are counted from 0):");
    TextTable table = new TextTable(0);
    new AnalysisTables(analysis).suspects(suspects, MOST_PRINTED).lines().forEach(table::add);
    table.print(out);
  }

  /**
   * Writes page and figures.
   *
   * @param folder exists
   * @throws IOException if they cannot be written, see {@link AtomicFiles}
   */
  public void writeTo(Path folder) throws IOException {
    AtomicFiles.write(folder.resolve(PAGE), AnalysisPage.of(model, analysis));
    AtomicFiles.write(folder.resolve(JSON), AnalysisJson.of(model, analysis).toString());
  }
}
