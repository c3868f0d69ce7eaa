package dev.plenum.app.compare.report;

import dev.plenum.app.compare.Comparison;
import dev.plenum.app.report.Table;
import java.util.ArrayList;
import java.util.List;

/** A comparison as Markdown, for pull requests. */
public final class ComparisonMarkdown {
  private ComparisonMarkdown() {}

  /** Verdict and tables, without a heading. */
  public static String of(Comparison comparison) {
    ComparisonTables tables = new ComparisonTables(comparison);
    List<String> parts = new ArrayList<>();
    Verdict.of(comparison).forEach(sentence -> parts.add("- " + sentence + "\n"));
    StringBuilder text = new StringBuilder(String.join("", parts));
    for (Table table :
        List.of(tables.accuracy(), tables.speed(), tables.duels(), tables.failures())) {
      if (!table.rows().isEmpty()) {
        text.append("\n").append(table.caption()).append(":\n\n").append(table.toMarkdown());
      }
    }
    return text.append("\n`")
        .append(comparison.invocation().command())
        .append("`\n")
        .toString();
  }
}
