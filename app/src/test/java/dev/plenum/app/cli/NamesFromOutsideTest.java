package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import dev.plenum.experiment.TinyMnist;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Folders and files whose names are meant to do harm. */
@DisabledOnOs(OS.WINDOWS)
class NamesFromOutsideTest {
  private static final String CAT = "cat\u001b[31m\u009b2J";
  private static final String DOG = "dog\u202e";
  private static final String SHOWN_CAT = "cat\\u001b[31m\\u009b2J";
  private static final String SHOWN_DOG = "dog\\u202e";

  @TempDir
  Path folder;

  private App.Result run(int exitCode, String... args) {
    App.Result result = App.run(folder, args);
    assertEquals(exitCode, result.exitCode(), result.err());
    for (String text : new String[] {result.out(), result.err()}) {
      assertFalse(
          text.codePoints().anyMatch(c -> (Character.isISOControl(c) && c != '\n') || c == 0x202e),
          text);
    }
    return result;
  }

  private void writePictures() throws IOException {
    for (String name : new String[] {CAT, DOG}) {
      Path of = Files.createDirectories(folder.resolve("pets").resolve(name));
      for (int i = 0; i < 10; i++) {
        BufferedImage picture = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        picture.setRGB(i % 4, name.length() % 4, 0xffffff);
        ImageIO.write(picture, "png", of.resolve("\u001b]0;" + i + ".png").toFile());
      }
    }
  }

  @Test
  void classesAndFilesAreShownAsTextByEveryCommand() throws IOException {
    writePictures();
    run(
        0,
        "train",
        "--dataset=pets",
        "--network=dense",
        "--epochs=1",
        "--validation=0",
        "--out=run");
    String model = "run/model.plenum";
    App.Result evaluated = run(0, "evaluate", model, "--dataset=pets", "--out=evaluation");
    assertTrue(evaluated.out().contains(SHOWN_CAT + "  "), evaluated.out());
    assertTrue(evaluated.out().contains(SHOWN_DOG + "  "), evaluated.out());
    App.Result predicted = run(0, "predict", model, "pets");
    assertTrue(predicted.out().contains("/\\u001b]0;0.png  "), predicted.out());
    assertTrue(predicted.out().contains(SHOWN_CAT), predicted.out());
    App.Result lines = run(0, "predict", model, "pets", "--format=jsonl");
    assertTrue(
        lines.out().contains("\"" + SHOWN_CAT.replace("\\u001b", "\\u001B") + "\""), lines.out());
    assertTrue(lines.out().contains("\"" + SHOWN_DOG + "\""), lines.out());
  }

  @Test
  void aMessageIsOneLineWhateverItQuotes() throws IOException {
    Files.writeString(folder.resolve("net.json"), "{\"la\\nplenum: yers\\u001b[2J\": 1}");
    App.Result network = run(2, "summary", "--network=net.json");
    assertEquals(1, network.err().lines().count(), network.err());
    assertTrue(network.err().contains("la\\nplenum: yers\\u001b[2J"), network.err());
    App.Result file = run(2, "evaluate", "a\nplenum: b.plenum");
    assertEquals("plenum: there is no model file a\\nplenum: b.plenum\n", file.err());
    Files.writeString(folder.resolve("broken.json"), "{\"layers\": \n}");
    assertEquals(
        1, run(2, "summary", "--network=broken.json").err().lines().count(), "HOCON's own words");
  }

  @Test
  void theReportOfAComparisonHasNoMarkupButItsOwn() throws IOException {
    TinyMnist.write(folder.resolve("data"));
    String name = "<b>[x](http:evil) `_y_";
    Files.writeString(
        folder.resolve(name + ".conf"),
        "layers = [{ type = Flatten }, { type = Dense, units = 10, activation = softmax }]");
    App.Result result = run(
        0,
        "compare",
        "--network=" + name + ".conf",
        "--dataset=mnist",
        "--data-dir=data",
        "--epochs=1",
        "--seeds=1",
        "--backends=purejava",
        "--out=all");
    String markdown = Files.readString(folder.resolve("all/report.md"));
    assertTrue(
        markdown.contains("| \\<b>\\[x\\](http:evil) \\`\\_y\\_ | purejava | 1 |"), markdown);
    assertFalse(markdown.replaceAll("``.*``", "").contains(" <b>"), markdown);
    assertTrue(result.out().startsWith(markdown), result.out());
    String html = Files.readString(folder.resolve("all/report.html"));
    assertFalse(html.contains("<b>"), "in the page");
  }
}
