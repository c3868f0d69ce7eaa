package dev.plenum.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.experiment.comparison.Comparison;
import dev.plenum.experiment.comparison.Comparisons;
import dev.plenum.report.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, where this machine has one. */
class ReportInBrowserTest {
  private static final List<String> MEASURES = List.of(
      "charts=" + Browser.CHARTS,
      "shapes=page.querySelectorAll('svg g *').length",
      "visible=Number(page.body.innerText.includes('same accuracy within error'))");

  @TempDir
  Path folder;

  private Browser.Page open(Comparison comparison, int width) throws IOException {
    return new Browser(folder).open(ComparisonPage.of(comparison), width, false, MEASURES);
  }

  @Test
  void thePageFitsANarrowScreenWithAllItsChartsAndWithoutErrors() throws IOException {
    Comparison comparison = Comparisons.alike(3, 3, "dense", "simple-conv");
    for (int width : new int[] {360, 1280}) {
      Browser.Page page = open(comparison, width);
      assertEquals(0, page.seen("hidden"), "the page must not scroll sideways");
      assertEquals(13, page.seen("charts"));
      assertTrue(page.seen("shapes") > 100);
      assertEquals(1, page.seen("visible"));
      assertFalse(page.errors().contains("CONSOLE"), page.errors());
    }
  }

  @Test
  void aPageWithFailuresFitsANarrowScreenToo() throws IOException {
    Browser.Page page = open(Comparisons.broken("plenum compare " + "x".repeat(300)), 360);
    assertEquals(0, page.seen("hidden"), "the page must not scroll sideways");
    assertFalse(page.errors().contains("CONSOLE"), page.errors());
  }
}
