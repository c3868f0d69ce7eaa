package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.plenum.app.App;
import dev.plenum.experiment.TinyMnist;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** One small training, and all that can be done with what it leaves. */
@TestInstance(Lifecycle.PER_CLASS)
class TrainEvaluatePredictTest {
  private static final int EPOCHS = 4;

  private Path folder = Path.of("");

  private App.Result trained = new App.Result(-1, "", "");

  @BeforeAll
  void train(@TempDir Path dir) throws IOException {
    folder = dir;
    TinyMnist.write(folder.resolve("data"));
    trained = App.run(
        folder,
        "train",
        "--dataset=mnist",
        "--data-dir=data",
        "--network=dense",
        "--epochs=" + EPOCHS,
        "--batch-size=20",
        "--limit=180",
        "--seed=7",
        "--out=runs/one");
    assertEquals(0, trained.exitCode(), trained.err());
  }

  private Path out(String file) {
    return folder.resolve("runs/one").resolve(file);
  }

  private String testLine() {
    return trained
        .out()
        .lines()
        .filter(line -> line.startsWith("Test on "))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void resultsGoToStandardOutput() {
    assertTrue(trained.out().startsWith("Model: \"sequential\""), trained.out());
    assertTrue(
        testLine()
            .matches(
                "Test on mnist: loss \\d\\.\\d{4}, accuracy \\d\\.\\d{4}, \\d+ of 60 misclassified"),
        testLine());
    assertTrue(trained.out().endsWith("Files: " + Path.of("runs/one") + System.lineSeparator()));
  }

  @Test
  void progressGoesToStandardErrorOneLinePerEpoch() {
    List<String> epochs =
        trained.err().lines().filter(line -> line.startsWith("Epoch ")).toList();
    assertEquals(EPOCHS, epochs.size(), trained.err());
    assertTrue(
        epochs
            .get(0)
            .matches("Epoch 1/4: loss [\\d.]+, accuracy [\\d.]+, val_loss [\\d.]+, "
                + "val_accuracy [\\d.]+, [\\d,]+ images/s, [\\d.]+ s"),
        epochs.get(0));
  }

  @Test
  void exactlyTheFilesOfARunAreLeft() throws IOException {
    try (Stream<Path> files = Files.list(out("."))) {
      assertEquals(
          List.of(
              ".lock",
              "accuracy.png",
              "configuration.json",
              "history.csv",
              "inputs.json",
              "misclassified.png",
              "model.plenum",
              "run.json"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    assertEquals(760, ImageIO.read(out("accuracy.png").toFile()).getWidth());
    // How wide the gallery is depends on how many mistakes there are; its title always fits.
    assertTrue(ImageIO.read(out("misclassified.png").toFile()).getWidth() > 300);
    assertEquals(EPOCHS + 1, Files.readAllLines(out("history.csv")).size());
  }

  @Test
  void theRecordTellsEverythingAboutTheRun() throws IOException {
    Config run = ConfigFactory.parseString(Files.readString(out("run.json")));
    assertTrue(run.getString("command").startsWith("plenum train --dataset=mnist --data-dir=data"));
    assertEquals("purejava", run.getString("backend.name"));
    assertTrue(run.getInt("backend.threads") >= 1);
    for (String text : List.of(
        "plenumVersion",
        "started",
        "backend.engine",
        "backend.device",
        "backend.instructionSet",
        "jvm",
        "os")) {
      assertFalse(run.getString(text).isBlank(), text);
    }
    assertEquals("20", run.getString("configuration.batch-size"));
    assertEquals("1/6", run.getString("configuration.validation")); // a default
    assertEquals("180", run.getString("configuration.limit"));
    assertEquals(7, run.getLong("seed"));
    assertEquals(42, run.getLong("splitSeed"));
    assertEquals(6, run.getConfigList("network.layers").size());
    assertEquals("adam", run.getString("optimizer.name"));
    assertEquals(EPOCHS, run.getInt("epochs"));
    assertEquals(20, run.getInt("batchSize"));
    assertEquals("mnist", run.getString("dataset.name"));
    assertEquals(64, run.getString("dataset.sha256").length());
    assertEquals(150, run.getInt("dataset.train"));
    assertEquals(30, run.getInt("dataset.validation"));
    assertEquals(60, run.getInt("dataset.test"));
    assertEquals(EPOCHS, run.getConfigList("history").size());
    assertTrue(run.getConfigList("history").get(0).getDouble("val_accuracy") >= 0);
    assertTrue(run.getDouble("test.accuracy") > 0.9, "the images are easy");
    assertEquals(64, run.getString("initialWeightsSha256").length());
    assertFalse(run.getString("weightsSha256").equals(run.getString("initialWeightsSha256")));
    assertTrue(run.getDouble("timing.startupSeconds") > 0);
    assertTrue(run.getDouble("timing.trainSeconds") > 0);
    assertEquals(
        150.0 * EPOCHS / run.getDouble("timing.trainSeconds"),
        run.getDouble("timing.samplesPerSecond"),
        1e-6);
    assertTrue(run.getLong("peakMemoryBytes") > 10_000_000);
  }

  @Test
  void theModelEvaluatesToTheSameResultOnTheDatasetThatItWasTrainedOn() {
    App.Result result = App.run(folder, "evaluate", "runs/one/model.plenum", "--data-dir", "data");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(testLine(), firstLine(result));
    App.Result named = App.run(
        folder,
        "evaluate",
        "runs/one/model.plenum",
        "--dataset",
        "mnist",
        "--data-dir",
        "data",
        "--kernels",
        "scalar",
        "--threads",
        "3");
    assertEquals(result.out(), named.out());
  }

  private static String firstLine(App.Result result) {
    return result.out().lines().findFirst().orElseThrow();
  }

  @Test
  void evaluatingTellsPrecisionAndRecallOfEachClassAndWhatWasTakenForWhat() {
    App.Result result = App.run(folder, "evaluate", "runs/one/model.plenum", "--data-dir", "data");
    List<String> lines = result.out().lines().toList();
    assertEquals("CLASS  PRECISION  RECALL      F1  IMAGES", lines.get(2));
    for (int c = 0; c < 10; c++) {
      assertTrue(
          lines.get(3 + c).matches(c + " +[01]\\.\\d{4} +[01]\\.\\d{4} +[01]\\.\\d{4} +6"),
          lines.get(3 + c));
    }
    assertTrue(lines.get(13).matches("mean +[01].* 60"), lines.get(13));
    assertEquals("Confusion matrix (rows: true class, columns: predicted class)", lines.get(15));
    assertTrue(lines.get(17).matches("0( +\\d){10}"), lines.get(17));
    assertEquals(27, lines.size());
  }

  @Test
  void evaluatingLeavesPicturesInANewFolderOnRequest() throws IOException {
    String[] command = {
      "evaluate", "runs/one/model.plenum", "--data-dir", "data", "--out", "evaluation"
    };
    App.Result result = App.run(folder, command);
    assertEquals(0, result.exitCode(), result.err());
    try (Stream<Path> files = Files.list(folder.resolve("evaluation"))) {
      assertEquals(
          List.of("confusion.png", "evaluation.json", "misclassified.png"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    Config json =
        ConfigFactory.parseString(Files.readString(folder.resolve("evaluation/evaluation.json")));
    assertEquals(60, json.getInt("images"));
    assertEquals(1, json.getInt("views"));
    assertTrue(
        result
            .out()
            .contains(
                String.format(Locale.ROOT, "accuracy %.4f,", json.getDouble("test.accuracy"))),
        result.out());
    App.Result again = App.run(folder, command);
    assertEquals(2, again.exitCode());
    assertEquals("", again.out(), "it is refused before anything is evaluated");
  }

  @Test
  void anEvaluationFromSeveralViewsSaysSoAndAPredictionAveragesThem() throws IOException {
    App.Result result = App.run(
        folder, "evaluate", "runs/one/model.plenum", "--data-dir=data", "--views=5", "--out=views");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().startsWith("Test on mnist, 5 views: loss "), result.out());
    Config json =
        ConfigFactory.parseString(Files.readString(folder.resolve("views/evaluation.json")));
    assertEquals(5, json.getInt("views"));
    assertEquals("mnist, 5 views", json.getString("dataset"));
    writePicture(folder.resolve("seven.png"), 7, false);
    String[] command = {"predict", "runs/one/model.plenum", "seven.png", "--format=jsonl"};
    String one = App.run(folder, command).out();
    String[] more = Arrays.copyOf(command, 5);
    more[4] = "--views=9";
    assertNotEquals(one, App.run(folder, more).out());
    more[4] = "--views=4";
    App.Result other = App.run(folder, more);
    assertEquals(2, other.exitCode());
    assertTrue(other.err().contains("views must be 1, 5 or 9, found '4'"), other.err());
  }

  @Test
  void aDatasetOfOtherClassesIsRefused() throws IOException {
    for (String name : List.of("cat", "dog")) {
      for (String part : List.of("train", "test")) {
        Path dir = Files.createDirectories(folder.resolve("pets").resolve(part).resolve(name));
        writePicture(dir.resolve("1.png"), 3, false);
      }
    }
    App.Result result = App.run(folder, "evaluate", "runs/one/model.plenum", "--dataset", "pets");
    assertEquals(2, result.exitCode(), result.err());
    assertTrue(result.err().contains("[cat, dog]"), result.err());
  }

  private static void writePicture(Path file, int label, boolean isInverted) throws IOException {
    byte[] pixels = TinyMnist.dataset(10, 3).image(label);
    BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < pixels.length; i++) {
      int grey = isInverted ? 255 - (pixels[i] & 0xff) : pixels[i] & 0xff;
      picture.setRGB(i % 28, i / 28, grey << 16 | grey << 8 | grey);
    }
    ImageIO.write(picture, "png", file.toFile());
  }

  @Test
  void aPictureIsClassifiedWithTheProbabilitiesOfAllClasses() throws IOException {
    writePicture(folder.resolve("seven.png"), 7, false);
    writePicture(folder.resolve("two.png"), 2, false);
    App.Result result = App.run(folder, "predict", "runs/one/model.plenum", "seven.png", "two.png");
    assertEquals(0, result.exitCode(), result.err());
    List<String> lines = result.out().lines().toList();
    assertEquals(3, lines.size());
    assertTrue(lines.get(0).matches("FILE +CLASS( +\\d){10}"), lines.get(0));
    assertTrue(lines.get(1).matches("seven.png +7( +[01]\\.\\d{4}){10}"), lines.get(1));
    assertTrue(lines.get(2).matches("two.png +2( +[01]\\.\\d{4}){10}"), lines.get(2));
  }

  @Test
  void aDarkDigitOnLightPaperIsInvertedOnRequest() throws IOException {
    writePicture(folder.resolve("light.png"), 4, false);
    writePicture(folder.resolve("dark.png"), 4, true);
    String light =
        App.run(folder, "predict", "runs/one/model.plenum", "light.png").out();
    String dark = App.run(folder, "predict", "--invert", "runs/one/model.plenum", "dark.png")
        .out();
    assertEquals(
        light.lines().toList().get(1).replace("light.png", "").strip(),
        dark.lines().toList().get(1).replace("dark.png", "").strip());
  }

  @Test
  void allPicturesInAFolderAreClassifiedInTheOrderOfTheirPaths() throws IOException {
    Path pictures = Files.createDirectories(folder.resolve("pictures/more"));
    writePicture(pictures.resolve("b.png"), 5, false);
    writePicture(pictures.resolve("a.png"), 6, false);
    writePicture(folder.resolve("pictures/z.png"), 7, false);
    Files.writeString(folder.resolve("pictures/README.md"), "no picture");
    writePicture(folder.resolve("pictures/.hidden.png"), 1, false);
    App.Result result = App.run(folder, "predict", "runs/one/model.plenum", "pictures");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        List.of(
            Path.of("pictures/more/a.png") + " 6",
            Path.of("pictures/more/b.png") + " 5",
            Path.of("pictures/z.png") + " 7"),
        result
            .out()
            .lines()
            .skip(1)
            .map(line -> line.replaceFirst("^(\\S+) +(\\d).*", "$1 $2"))
            .toList());
    Files.createDirectory(folder.resolve("empty"));
    App.Result empty = App.run(folder, "predict", "runs/one/model.plenum", "empty", "pictures");
    assertEquals(1, empty.exitCode());
    assertTrue(
        empty.err().contains("expected PNG, JPEG, GIF, BMP, WebP, TIFF or PNM images"),
        empty.err());
    assertEquals(result.out(), empty.out());
  }

  @Test
  void aPictureOnStandardInputIsClassified() throws IOException {
    writePicture(folder.resolve("three.png"), 3, false);
    byte[] bytes = Files.readAllBytes(folder.resolve("three.png"));
    App.Result result =
        App.run(folder, Map.of(), bytes, "predict", "runs/one/model.plenum", "-", "three.png");
    assertEquals(0, result.exitCode(), result.err());
    List<String> lines = result.out().lines().toList();
    assertEquals(
        lines.get(1).replaceFirst("^- +", ""), lines.get(2).replaceFirst("^three.png +", ""));
    App.Result nothing = App.run(folder, "predict", "runs/one/model.plenum", "-");
    assertEquals(1, nothing.exitCode());
    assertTrue(nothing.err().contains("standard input: expected a PNG"), nothing.err());
  }

  @Test
  void predictionsComeAsJsonLinesOnRequest() throws IOException {
    writePicture(folder.resolve("eight.png"), 8, false);
    App.Result result = App.run(
        folder, "predict", "--format=jsonl", "runs/one/model.plenum", "eight.png", "eight.png");
    assertEquals(0, result.exitCode(), result.err());
    List<String> lines = result.out().lines().toList();
    assertEquals(2, lines.size());
    assertEquals(lines.get(0), lines.get(1));
    Config line = ConfigFactory.parseString(lines.get(0));
    assertEquals("eight.png", line.getString("file"));
    assertEquals("8", line.getString("class"));
    Config probabilities = line.getConfig("probabilities");
    assertEquals(line.getDouble("probability"), probabilities.getDouble("8"));
    double sum =
        IntStream.range(0, 10).mapToDouble(c -> probabilities.getDouble("" + c)).sum();
    assertEquals(1, sum, 1e-6);
  }

  @Test
  void aFileThatIsNoPictureIsToldAndTheOthersAreStillClassified() throws IOException {
    writePicture(folder.resolve("good.png"), 1, false);
    Files.writeString(folder.resolve("text.png"), "this is no picture");
    App.Result result =
        App.run(folder, "predict", "runs/one/model.plenum", "text.png", "missing.png", "good.png");
    assertEquals(1, result.exitCode());
    assertEquals(2, result.out().lines().count(), result.out());
    assertEquals(
        2, result.err().lines().filter(line -> line.startsWith("plenum: ")).count());
    assertTrue(result.err().contains("text.png"), result.err());
    assertTrue(result.err().contains("missing.png"), result.err());
  }

  @Test
  void aFinishedRunsFolderIsNotWrittenToAgain() throws IOException {
    String before = Files.readString(out("run.json"));
    App.Result again = App.run(
        folder, "train", "--dataset=mnist", "--data-dir=data", "--out=runs/one", "--epochs=1");
    assertEquals(2, again.exitCode());
    assertTrue(again.err().contains("is not empty"), again.err());
    assertEquals(before, Files.readString(out("run.json")));
  }
}
