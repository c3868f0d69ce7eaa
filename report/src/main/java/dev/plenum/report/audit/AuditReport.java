package dev.plenum.report.audit;

import dev.plenum.datasets.audit.AuditedImage;
import dev.plenum.datasets.audit.DatasetAudit;
import dev.plenum.datasets.audit.ImageGroup;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.report.page.Figures;
import dev.plenum.report.page.Printable;
import dev.plenum.report.page.TextTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an audit of a dataset found: as text, and as a page with samples of each class.
 *
 * @param audit the findings
 */
public record AuditReport(DatasetAudit audit) {
  /** The page that {@link #writeTo} writes. */
  public static final String FILE = "audit.html";

  private static final int MOST_PRINTED = 20;

  /**
   * Prints it: all that cannot be used, and the first of what there is much of.
   *
   * @param out gets it, line by line; is not closed
   */
  public void print(PrintStream out) {
    line(
        out,
        "%s: %s images of %s classes"
            .formatted(
                audit.name(),
                Figures.count(audit.images()),
                Figures.count(audit.classNames().size())));
    AuditFindings.of(audit).forEach(sentence -> line(out, sentence));
    list(out, "Files that cannot be used", audit.brokenFiles(), Integer.MAX_VALUE);
    list(out, "Copies, pixel by pixel", groups(audit.duplicates()), MOST_PRINTED);
    list(out, "Images that look alike", groups(audit.nearDuplicates()), MOST_PRINTED);
    list(out, "Images of one colour", names(audit.constant()), MOST_PRINTED);
    list(out, "Images that are almost blank", names(audit.nearlyBlank()), MOST_PRINTED);
    list(out, "Turned or mirrored, as their files say", names(audit.turned()), MOST_PRINTED);
    out.println();
    TextTable counts = new TextTable(1);
    new AuditTables(audit).classes().lines().forEach(counts::add);
    counts.print(out);
  }

  private static void line(PrintStream out, String text) {
    out.println(Printable.line(text));
  }

  private static void list(PrintStream out, String heading, List<String> entries, int most) {
    if (entries.isEmpty()) {
      return;
    }
    out.println();
    line(out, "%s (%s):".formatted(heading, Figures.count(entries.size())));
    entries.stream().limit(most).forEach(entry -> line(out, "  " + entry));
    if (entries.size() > most) {
      line(out, "  … and %s more".formatted(Figures.count(entries.size() - most)));
    }
  }

  private static List<String> groups(List<ImageGroup> groups) {
    return groups.stream()
        .map(group -> names(group.images()).stream().collect(Collectors.joining(" = ")))
        .toList();
  }

  private static List<String> names(List<AuditedImage> images) {
    return images.stream()
        .map(image -> "%s (%s)".formatted(image.name(), image.className()))
        .toList();
  }

  /**
   * Writes the page.
   *
   * @param folder exists
   * @throws IOException if it cannot be written, see {@link AtomicFiles}
   */
  public void writeTo(Path folder) throws IOException {
    AtomicFiles.write(folder.resolve(FILE), AuditPage.of(audit));
  }
}
