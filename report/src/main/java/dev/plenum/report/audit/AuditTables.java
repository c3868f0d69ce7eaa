package dev.plenum.report.audit;

import dev.plenum.datasets.audit.DatasetAudit;
import dev.plenum.report.page.Figures;
import dev.plenum.report.page.Table;
import dev.plenum.report.page.Table.Column;
import java.util.ArrayList;
import java.util.List;

/** The tables of an audit. */
final class AuditTables {
  private static final int MOST_SIZES = 30;

  private final DatasetAudit audit;

  AuditTables(DatasetAudit audit) {
    this.audit = audit;
  }

  Table brokenFiles() {
    List<String> files = audit.brokenFiles();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      rows.add(List.of(Figures.count(i + 1), files.get(i)));
    }
    return new Table(
        "Every file that cannot be used, and why",
        List.of(Column.words("File"), Column.words("What is wrong")),
        rows);
  }

  /** A row for each class, and the sums. */
  Table classes() {
    List<Column> columns = new ArrayList<>(List.of(Column.words("Class")));
    audit.counts().keySet().forEach(part -> columns.add(Column.number(part)));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < audit.classNames().size(); i++) {
      List<String> row = new ArrayList<>(List.of(audit.classNames().get(i)));
      for (List<Integer> counts : audit.counts().values()) {
        row.add(Figures.count(counts.get(i)));
      }
      rows.add(row);
    }
    List<String> sums = new ArrayList<>(List.of("all"));
    audit
        .counts()
        .values()
        .forEach(counts ->
            sums.add(Figures.count(counts.stream().mapToInt(count -> count).sum())));
    rows.add(sums);
    return new Table("How many images of each class the parts have", columns, rows);
  }

  /** The most frequent sizes. */
  Table sizes() {
    return new Table(
        "Height and width in pixels, as images are stored; the most frequent first",
        List.of(Column.words("Size"), Column.number("Images")),
        audit.sizes().sizes().stream()
            .limit(MOST_SIZES)
            .map(
                size -> List.of(size.height() + " x " + size.width(), Figures.count(size.images())))
            .toList());
  }
}
