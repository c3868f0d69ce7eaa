package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.plenum.app.App;
import dev.plenum.app.RealMnist;
import dev.plenum.experiment.TinyMnist;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings on other data, networks and settings. */
class TrainingVariantsTest {
  @TempDir
  Path folder;

  private Config train(String... options) throws IOException {
    String[] args = Stream.concat(Stream.of("train"), Stream.of(options)).toArray(String[]::new);
    App.Result result = App.run(folder, args);
    assertEquals(0, result.exitCode(), result.err());
    String files =
        result.out().lines().filter(l -> l.startsWith("Files: ")).findFirst().orElseThrow();
    Path out = folder.resolve(files.substring("Files: ".length()));
    assertTrue(Files.exists(out.resolve("model.plenum")));
    return ConfigFactory.parseString(Files.readString(out.resolve("run.json")));
  }

  @Test
  void theEmbeddedDigitsNeedNothingAtAll() throws IOException {
    Config run = train("--limit=300", "--epochs=1");
    assertEquals("digits", run.getString("dataset.name"));
    assertEquals(2_000, run.getInt("dataset.test"));
    try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
      List<String> names = runs.map(run1 -> run1.getFileName().toString()).toList();
      assertEquals(1, names.size());
      assertTrue(names.get(0).matches("\\d{8}-\\d{6}-train-simple-conv"), names.get(0));
    }
  }

  @Test
  void realMnistIsLearnt() throws IOException {
    Config run = train(
        "--dataset=mnist",
        "--data-dir=" + RealMnist.dataDir(),
        "--limit=3000",
        "--epochs=2",
        "--network=dense",
        "--seed=7");
    assertEquals(10_000, run.getInt("dataset.test"));
    assertTrue(
        run.getDouble("test.accuracy") > 0.85, () -> run.getConfig("test").toString());
  }

  @Test
  void aFolderOfColourImagesIsTrainedOnAtTheSizeAskedFor() throws IOException {
    for (String part : List.of("train", "test")) {
      for (int i = 0; i < 12; i++) {
        writePicture(folder.resolve("data").resolve(part).resolve("red"), i, Color.RED);
        writePicture(folder.resolve("data").resolve(part).resolve("green"), i, Color.GREEN);
      }
    }
    Config run = train(
        "--dataset=data", "--image-size=12x10", "--epochs=6", "--batch-size=4", "--validation=1/4");
    assertEquals(List.of(12, 10, 3), run.getIntList("network.input_shape"));
    assertEquals("data", run.getString("dataset.name"));
    assertEquals(18, run.getInt("dataset.train"));
    assertEquals(6, run.getInt("dataset.validation"));
    assertEquals(1.0, run.getDouble("test.accuracy"));
    String model = trainedFolder() + "/model.plenum";
    App.Result evaluated = App.run(folder, "evaluate", model, "--dataset=data");
    assertEquals(0, evaluated.exitCode(), evaluated.err());
    assertTrue(evaluated.out().contains("accuracy 1.0000, 0 of 24"), evaluated.out());
    App.Result unnamed = App.run(folder, "evaluate", model);
    assertEquals(2, unnamed.exitCode());
    assertTrue(
        unnamed
            .err()
            .contains(
                "was trained on 'data', a name that says no place: name images that it was not trained on"),
        unnamed.err());
  }

  private String trainedFolder() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
      return "runs/" + runs.findFirst().orElseThrow().getFileName();
    }
  }

  private static void writePicture(Path dir, int number, Color colour) throws IOException {
    Files.createDirectories(dir);
    BufferedImage picture = new BufferedImage(24, 20, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(number, number % 5, 12, 12);
    graphics.dispose();
    ImageIO.write(picture, "png", dir.resolve(number + ".png").toFile());
  }

  @Test
  void withoutValidationAllImagesAreTrainedOn() throws IOException {
    TinyMnist.write(folder.resolve("data"));
    Config run = train(
        "--dataset=mnist", "--data-dir=data", "--validation=0", "--epochs=1", "--network=dense");
    assertEquals(TinyMnist.TRAIN, run.getInt("dataset.train"));
    assertEquals(0, run.getInt("dataset.validation"));
    assertTrue(run.getConfigList("history").get(0).getIsNull("val_loss"));
  }

  @Test
  void aNetworkFileAndAnotherOptimizerAreTrained() throws IOException {
    TinyMnist.write(folder.resolve("data"));
    Files.writeString(
        folder.resolve("tiny.hocon"),
        "layers = [{ type = Flatten }, { type = Dense, units = 10, activation = softmax }]");
    Files.writeString(folder.resolve("plenum.conf"), """
        dataset = mnist
        data-dir = data
        network = tiny.hocon
        optimizer = sgd
        learning-rate = 0.02
        epochs = 1
        out = results
        """);
    Config run = train();
    assertEquals("sgd", run.getString("optimizer.name"));
    assertEquals(0.02, run.getDouble("optimizer.learning_rate"));
    assertEquals(2, run.getConfigList("network.layers").size());
    assertTrue(Files.exists(folder.resolve("results/run.json")));
  }
}
