package dev.plenum.app.compare.report;

import dev.plenum.app.compare.Comparison;
import dev.plenum.app.report.HtmlPage;

/** A comparison as one HTML page that needs no other file. */
final class ComparisonPage {
  private ComparisonPage() {}

  static String of(Comparison comparison) {
    ComparisonTables tables = new ComparisonTables(comparison);
    return new HtmlPage("Plenum: backends compared")
        .verdict(Verdict.of(comparison))
        .section("Accuracy", tables.accuracy().toHtml())
        .toString();
  }
}
