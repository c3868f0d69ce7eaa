package dev.plenum.app.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.datasets.DownloadProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private List<String> drawnLines() {
    String all = bytes.toString(StandardCharsets.UTF_8);
    return Arrays.stream(all.split("\r"))
        .map(line -> line.replace("\u001b[K", ""))
        .toList();
  }

  private TerminalBar bar(BarRenderer renderer, OptionalInt columns) {
    return new TerminalBar(err, columns, renderer);
  }

  private String lastLineOfABar(int columns, long done) {
    TerminalBar bar = bar(BarRenderer.IMAGES, OptionalInt.of(columns));
    bar.begin("Epoch 1/2", 50_000);
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < 1_000_000) { // a speed needs time
      Thread.onSpinWait();
    }
    bar.stepTo(done);
    bar.tell("loss 0.1234  accuracy 0.9876");
    bar.refresh();
    bar.end();
    List<String> lines = drawnLines().stream().filter(line -> !line.isBlank()).toList();
    return lines.get(lines.size() - 1);
  }

  @Test
  void aBarShowsShareCountSpeedTimeLeftAndMetrics() {
    String line = lastLineOfABar(130, 25_000);
    assertTrue(
        line.matches("Epoch 1/2  50% █+.? * 25,000/50,000  .* images/s  \\d+:\\d\\d left  "
            + "loss 0.1234  accuracy 0.9876"),
        line);
  }

  @Test
  void aBarNeverIsWiderThanTheTerminal() {
    for (int columns : new int[] {10, 40, 80, 100}) {
      bytes.reset();
      lastLineOfABar(columns, 10);
      assertTrue(drawnLines().stream().allMatch(line -> line.length() < columns));
    }
  }

  @Test
  void aClosedBarLeavesAnEmptyLine() {
    lastLineOfABar(80, 50_000);
    assertTrue(bytes.toString(StandardCharsets.UTF_8).endsWith("\r\u001b[K"));
  }

  @Test
  void withoutATerminalADownloadIsOneLinePerFile() {
    DownloadProgress lines = new Downloads(err, bar(BarRenderer.BYTES, OptionalInt.empty()));
    lines.update("a.gz", 0, 9_912_422);
    lines.update("a.gz", 5_000_000, 9_912_422);
    lines.update("b.gz", 0, -1);
    assertEquals(
        List.of("Downloading a.gz (9.9 MB)", "Downloading b.gz"),
        bytes.toString(StandardCharsets.UTF_8).lines().toList());
  }

  @Test
  void onATerminalADownloadIsABarAlsoWithoutAKnownLength() {
    DownloadProgress bars = new Downloads(err, bar(BarRenderer.BYTES, OptionalInt.of(80)));
    bars.update("a.gz", 500_000, 1_000_000);
    bars.update("a.gz", 1_000_000, 1_000_000);
    bars.update("b.gz", 2_500_000, -1);
    bars.end();
    String all = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(all.contains("a.gz"), all);
    assertTrue(all.contains("b.gz  2.5"), all);
    assertTrue(all.endsWith("\r\u001b[K"), all);
  }

  private static void twoSteps(Steps steps) {
    steps.begin("first");
    steps.detail("Epoch 1/2: loss 0.5");
    steps.detail("WARNING: noise");
    steps.end("accuracy 0.9");
    steps.begin("second");
    steps.end("failed");
    steps.close();
  }

  @Test
  void withoutATerminalAPlanTellsItsPartsAndTheirEpochs() {
    twoSteps(new Steps(err, bar(BarRenderer.STEPS, OptionalInt.empty()), 2));
    assertEquals(
        List.of(
            "[1/2] first", "  Epoch 1/2: loss 0.5", "  accuracy 0.9", "[2/2] second", "  failed"),
        bytes.toString(StandardCharsets.UTF_8).lines().toList());
  }

  @Test
  void onATerminalAPlanIsABarBelowALineForEachPartThatHasEnded() {
    twoSteps(new Steps(err, bar(BarRenderer.STEPS, OptionalInt.of(80)), 2));
    String all = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(all.contains("[1/2] first: accuracy 0.9\n"), all);
    assertTrue(all.contains("[2/2] second: failed\n"), all);
    assertTrue(all.endsWith("\r\u001b[K"), all);
  }
}
