package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.app.App;
import dev.plenum.experiment.TinyMnist;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every command where digits, calendar or the case of letters are other ones: the same words and, but
 * for times, the same files, byte by byte.
 */
class LocalesTest {
  private static final Locale DEFAULT = Locale.getDefault();

  private static final List<String> COMMANDS = List.of(
      "train --network=dense --dataset=mnist --data-dir=data --limit=100 --epochs=2 --out=run",
      "train --dataset=pets --network=net.conf --epochs=1 --validation=0 --out=pets-run",
      "committee --network=dense --dataset=mnist --data-dir=data --limit=60 --epochs=1 --members=2 --out=two",
      "reproduce --quick --stages=1b --dataset=mnist --data-dir=data --out=experiment",
      "repeat run --data-dir=data",
      "evaluate given.plenum --data-dir=data --out=evaluation",
      "predict given.plenum digit.png",
      "predict given.plenum digit.png --format=jsonl",
      "export given.plenum model.onnx",
      "export given.plenum model.safetensors",
      "export given.plenum model.keras",
      "export given.plenum model.weights.h5",
      "import model.keras imported.plenum",
      "summary --network=deep-conv",
      "summary --network=net.conf",
      "backends",
      "datasets --data-dir=data",
      "datasets fetch digits",
      "--help",
      "train --help");

  @TempDir
  static Path plain;

  private static Map<String, String> expected = Map.of();

  @TempDir
  Path folder;

  @BeforeAll
  static void runEverythingWithoutALocale() throws IOException {
    Locale.setDefault(Locale.ROOT);
    write(plain);
    App.Result trained =
        App.run(plain, COMMANDS.get(0).replace("--out=run", "--out=first").split(" "));
    assertEquals(0, trained.exitCode(), trained.err());
    expected = everything(plain);
    Locale.setDefault(DEFAULT);
  }

  @AfterEach
  void goHome() {
    Locale.setDefault(DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "th-TH-u-ca-buddhist-nu-thai", "tr-TR", "hi-IN-u-nu-deva"})
  void everyCommandLeavesTheSameFilesAndWords(String locale) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(locale));
    write(folder);
    assertSame(expected, everything(folder));
  }

  private static void write(Path folder) throws IOException {
    TinyMnist.write(folder.resolve("data"));
    Files.writeString(folder.resolve("net.conf"), """
        input_shape = [6, 6, 1]
        layers = [{ type = Flatten }, { type = Dense, units = 2, activation = softmax }]
        """);
    for (String name : List.of("I", "i")) {
      Path of = Files.createDirectories(folder.resolve("pets").resolve(name));
      for (int i = 0; i < 10; i++) {
        BufferedImage picture = new BufferedImage(6, 6, BufferedImage.TYPE_BYTE_GRAY);
        picture.setRGB(i % 6, name.equals("I") ? 0 : 5, 0xffffff);
        ImageIO.write(picture, "png", of.resolve(i + ".png").toFile());
      }
    }
    BufferedImage digit = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    digit.setRGB(14, 14, 0xffffff);
    ImageIO.write(digit, "png", folder.resolve("digit.png").toFile());
  }

  /** All that the commands print, and all that they leave. */
  private static Map<String, String> everything(Path folder) throws IOException {
    Files.copy(plain.resolve("first/model.plenum"), folder.resolve("given.plenum"));
    Map<String, String> all = new TreeMap<>();
    for (String command : COMMANDS) {
      App.Result result = App.run(folder, command.split(" "));
      assertEquals(0, result.exitCode(), command + ": " + result.err());
      all.put("$ " + command, WithoutTimes.text(result.out()).replace(folder.toString(), "here"));
      all.put("$ 2 " + command, WithoutTimes.text(result.err()).replace(folder.toString(), "here"));
    }
    for (String results : List.of("run", "pets-run", "two", "experiment", "evaluation")) {
      all.putAll(WithoutTimes.files(folder, folder.resolve(results)));
    }
    for (String file : List.of("onnx", "safetensors", "keras", "weights.h5")) {
      all.putAll(WithoutTimes.files(folder, folder.resolve("model." + file)));
    }
    all.putAll(WithoutTimes.files(folder, folder.resolve("imported.plenum")));
    return all;
  }

  private static void assertSame(Map<String, String> expected, Map<String, String> found) {
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((name, content) -> assertEquals(content, found.get(name), name));
  }
}
