package dev.plenum.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows docs/how-to-add-a-metric.md finds the metric everywhere. */
class MetricPageTest {
  private static final Path PAGE = Path.of("../docs/how-to-add-a-metric.md");
  private static final Pattern FILE =
      Pattern.compile("`(\\S+)`:\n\n```\\w*\n(.*?)```", Pattern.DOTALL);

  @TempDir
  Path folder;

  /** Writes the files of the page, and compiles what is Java. */
  private Path followed() throws IOException {
    Path metric = Files.createDirectory(folder.resolve("metric"));
    Matcher files = FILE.matcher(Files.readString(PAGE));
    int count = 0;
    while (files.find()) {
      count++;
      Path file = metric.resolve(files.group(1));
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, files.group(2));
      if (file.toString().endsWith(".java")) {
        int result = ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                metric.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                file.toString());
        assertEquals(0, result);
      }
    }
    assertEquals(2, count, "a metric takes two files");
    return metric;
  }

  private App.Result plenum(Path metric, String line) throws IOException {
    App.Result result = ChildJvm.runWith(metric, folder, line.split(" "));
    assertEquals(0, result.exitCode(), result.err());
    return result;
  }

  @Test
  void theMetricAppearsEverywhere() throws IOException {
    Path metric = followed();
    App.Result trained = plenum(
        metric,
        "train --network dense --limit 300 --epochs 3 --metrics balanced_accuracy,top_3_accuracy"
            + " --lr-monitor val_balanced_accuracy --lr-patience 1 --out run");
    assertTrue(trained.err().contains(" val_balanced_accuracy 0."), "progress: " + trained.err());
    Pattern test = Pattern.compile(
        "Test on digits: loss [\\d.]+, accuracy [\\d.]+, balanced_accuracy 0\\.\\d{4}, top_3_accuracy 0\\.\\d{4}, ");
    assertTrue(test.matcher(trained.out()).find(), trained.out());
    Path run = folder.resolve("run");
    assertEquals(
        "epoch,loss,accuracy,val_loss,val_accuracy,val_balanced_accuracy,val_top_3_accuracy,learning_rate,seconds",
        Files.readAllLines(run.resolve("history.csv")).get(0));
    String record = Files.readString(run.resolve("run.json"));
    assertTrue(record.contains("\"name\": \"BalancedAccuracy\""), record);
    assertTrue(record.contains("\"monitor\": \"val_balanced_accuracy\""), record);
    assertTrue(Files.exists(run.resolve("balanced_accuracy.png")));
    App.Result repeated = plenum(metric, "repeat run");
    assertTrue(repeated.out().contains(", balanced_accuracy 0."), repeated.out());
    App.Result evaluated =
        plenum(metric, "evaluate run/model.plenum --metrics balanced_accuracy,top_3_accuracy");
    Matcher line = test.matcher(trained.out());
    assertTrue(line.find() && evaluated.out().contains(line.group()), evaluated.out());
    plenum(metric, "plot run --metric balanced_accuracy --out plot.svg");
    assertTrue(Files.readString(folder.resolve("plot.svg")).contains("balanced accuracy"));
  }
}
