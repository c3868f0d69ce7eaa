package dev.plenum.report;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A real browser, where this machine has one; else the test is skipped.
 *
 * @param folder for what it leaves
 */
public record Browser(Path folder) {
  /** A measure: how many charts have some size. */
  public static final String CHARTS = "[...page.querySelectorAll('svg')]"
      + ".filter(chart => chart.getBoundingClientRect().height > 100).length";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");
  private static final String HIDDEN =
      "hidden=page.documentElement.scrollWidth - page.documentElement.clientWidth";

  /**
   * A page that was opened.
   *
   * @param document what it became, with what was measured
   * @param errors what the browser logged
   */
  public record Page(String document, String errors) {

    /** A number that was measured. */
    public int seen(String what) {
      Matcher value =
          Pattern.compile("data-seen=\"[^\"]*\\b" + what + "=(-?\\d+)").matcher(document);
      assertTrue(value.find(), document + errors);
      return Integer.parseInt(value.group(1));
    }
  }

  /**
   * Opens a page in a frame of a width that a browser's window would not have, and lets a script
   * write down what it measures there; {@code hidden} is how many pixels it is too wide.
   *
   * @param measures each a name and an expression of {@code page} that gives a number: {@code a=1}
   */
  public Page open(String html, int width, boolean isDark, List<String> measures)
      throws IOException {
    Files.writeString(folder.resolve("report.html"), html);
    Path frame = folder.resolve("frame.html");
    List<String> all = new ArrayList<>(List.of(HIDDEN));
    all.addAll(measures);
    String seen = all.stream()
        .map(measure -> measure.split("=", 2))
        .map(measure -> "\"%s=\" + Math.floor(%s)".formatted(measure[0], measure[1]))
        .collect(Collectors.joining(", "));
    Files.writeString(frame, String.format(Locale.ROOT, """
        <!DOCTYPE html><title>frame</title>
        <iframe id="page" src="report.html" style="border: 0; width: %dpx; height: 800px"></iframe>
        <script>
          addEventListener("load", () => {
            const page = document.getElementById("page").contentDocument;
            const view = document.getElementById("page").contentWindow;
            document.body.dataset.seen = [%s].join(" ");
          });
        </script>
        """, width, seen));
    return run(new ProcessBuilder(
        executable().toString(),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--allow-file-access-from-files",
        "--blink-settings=preferredColorScheme=" + (isDark ? 0 : 1),
        "--user-data-dir=" + folder.resolve("profile"),
        "--enable-logging=stderr",
        "--virtual-time-budget=3000",
        "--dump-dom",
        frame.toUri().toString()));
  }

  private Page run(ProcessBuilder builder) throws IOException {
    Path document = folder.resolve("document.html");
    Path errors = folder.resolve("errors.log");
    try {
      builder
          .directory(folder.toFile())
          .redirectOutput(document.toFile())
          .redirectError(errors.toFile())
          .start()
          .waitFor();
      return new Page(Files.readString(document), Files.readString(errors));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static Path executable() {
    Optional<Path> found = Arrays.stream(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
        .flatMap(entry -> NAMES.stream().map(name -> Path.of(entry, name)))
        .filter(Files::isExecutable)
        .findFirst();
    assumeTrue(found.isPresent(), "there is no Chromium on the PATH");
    return found.orElseThrow();
  }
}
