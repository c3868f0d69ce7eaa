package dev.plenum.app.compare.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import dev.plenum.app.compare.Comparison;
import dev.plenum.app.compare.Comparisons;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, where this machine has one. */
class ReportInBrowserTest {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");

  @TempDir
  Path folder;

  /** Skips the test if there is none. */
  private static Path browser() {
    Optional<Path> found = Arrays.stream(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
        .flatMap(entry -> BROWSERS.stream().map(name -> Path.of(entry, name)))
        .filter(Files::isExecutable)
        .findFirst();
    assumeTrue(found.isPresent(), "there is no Chromium on the PATH");
    return found.orElseThrow();
  }

  /**
   * Opens the page in a frame of a width that a browser's window would not have, and lets a script
   * write down what it measures there.
   */
  private App.Result open(Comparison comparison, int width) throws IOException {
    Files.writeString(folder.resolve("report.html"), ComparisonPage.of(comparison));
    Path frame = folder.resolve("frame.html");
    Files.writeString(frame, String.format(Locale.ROOT, """
        <!DOCTYPE html><title>frame</title>
        <iframe id="page" src="report.html" style="border: 0; width: %dpx; height: 800px"></iframe>
        <script>
          addEventListener("load", () => {
            const page = document.getElementById("page").contentDocument;
            const charts = [...page.querySelectorAll("svg")];
            document.body.dataset.seen = [
              "hidden=" + (page.documentElement.scrollWidth - page.documentElement.clientWidth),
              "charts=" + charts.filter(chart => chart.getBoundingClientRect().height > 100).length,
              "shapes=" + page.querySelectorAll("svg path").length,
              "visible=" + page.body.innerText.includes("same accuracy within error"),
            ].join(" ");
          });
        </script>
        """, width));
    return ChildJvm.run(
        folder,
        new ProcessBuilder(
            browser().toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--allow-file-access-from-files",
            "--user-data-dir=" + folder.resolve("profile"),
            "--enable-logging=stderr",
            "--virtual-time-budget=3000",
            "--dump-dom",
            frame.toUri().toString()));
  }

  private static int seen(App.Result result, String what) {
    Matcher value = Pattern.compile("data-seen=\"[^\"]*" + what + "=(\\d+)").matcher(result.out());
    assertTrue(value.find(), result.out() + result.err());
    return Integer.parseInt(value.group(1));
  }

  @Test
  void thePageFitsANarrowScreenWithAllItsChartsAndWithoutErrors() throws IOException {
    Comparison comparison = Comparisons.alike(3, 3, "dense", "simple-conv");
    for (int width : new int[] {360, 1280}) {
      App.Result result = open(comparison, width);
      assertEquals(0, seen(result, "hidden"), "the page must not scroll sideways");
      assertEquals(13, seen(result, "charts"));
      assertTrue(seen(result, "shapes") > 100);
      assertTrue(result.out().contains("visible=true"), result.out());
      assertFalse(result.err().contains("CONSOLE"), result.err());
    }
  }

  @Test
  void aPageWithFailuresFitsANarrowScreenToo() throws IOException {
    App.Result result = open(Comparisons.broken("plenum compare " + "x".repeat(300)), 360);
    assertEquals(0, seen(result, "hidden"), "the page must not scroll sideways");
    assertFalse(result.err().contains("CONSOLE"), result.err());
  }
}
