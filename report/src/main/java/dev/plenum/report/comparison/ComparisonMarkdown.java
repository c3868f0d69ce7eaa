package dev.plenum.report.comparison;

import dev.plenum.experiment.comparison.Comparison;
import dev.plenum.report.page.Markdown;
import dev.plenum.report.page.Table;

/** A comparison as Markdown, for pull requests. */
public final class ComparisonMarkdown {
  private ComparisonMarkdown() {}

  /**
   * {@return findings and tables, without a heading}
   *
   * @param comparison the results
   */
  public static String of(Comparison comparison) {
    ComparisonTables tables = new ComparisonTables(comparison);
    StringBuilder text = new StringBuilder();
    ComparisonFindings.of(comparison).forEach(finding -> text.append(item(finding)));
    for (Table table : tables.mostImportant()) {
      if (!table.rows().isEmpty()) {
        text.append("\n").append(table.caption()).append(":\n\n").append(table.toMarkdown());
      }
    }
    return text.append("\n")
        .append(Markdown.code(comparison.invocation().command()))
        .append("\n")
        .toString();
  }

  private static String item(Finding finding) {
    String headline =
        finding.headline().isEmpty() ? "" : "**" + Markdown.text(finding.headline()) + "** ";
    return "- " + (headline + Markdown.text(finding.detail())).strip() + "\n";
  }
}
