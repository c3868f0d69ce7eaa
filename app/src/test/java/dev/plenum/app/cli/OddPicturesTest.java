package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.app.App;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Pictures on which an answer may mean nothing are told of, with what to do. */
@TestInstance(Lifecycle.PER_CLASS)
class OddPicturesTest {
  private static final Path DRAWN = Path.of("../../shared/data/handwritten");

  private Path folder = Path.of("");

  @BeforeAll
  void train(@TempDir Path dir) {
    folder = dir;
    for (String command : List.of("train", "committee")) {
      App.Result trained = App.run(
          folder, command, "--limit=600", "--epochs=1", "--network=dense", "--out=" + command);
      assertEquals(0, trained.exitCode(), trained.err());
    }
  }

  private String picture(String name, Color ground, Color ink, int type) throws IOException {
    BufferedImage image = new BufferedImage(28, 28, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(ground);
    graphics.fillRect(0, 0, 28, 28);
    graphics.setColor(ink);
    graphics.fillRect(12, 5, 4, 18);
    graphics.dispose();
    ImageIO.write(image, "png", folder.resolve(name).toFile());
    return name;
  }

  private App.Result predict(String... arguments) {
    App.Result result = App.run(
        folder,
        Stream.concat(Stream.of("predict", "train/model.plenum"), Stream.of(arguments))
            .toArray(String[]::new));
    assertEquals(0, result.exitCode(), result.err());
    return result;
  }

  private static long warnings(App.Result result) {
    return result.err().lines().filter(line -> line.startsWith("Warning: ")).count();
  }

  @Test
  void darkOnLightIsToldWithInvertAndLightOnDarkOnlyWhenInverted() throws IOException {
    String dark =
        picture("light-ground.png", Color.WHITE, Color.BLACK, BufferedImage.TYPE_BYTE_GRAY);
    String light =
        picture("dark-ground.png", Color.BLACK, Color.WHITE, BufferedImage.TYPE_BYTE_GRAY);
    assertEquals(
        "Warning: light-ground.png: this picture is light at the border (1.00 of 1), the training images were dark there (0.00). If dark and light are the other way round, add --invert\n",
        predict(dark).err());
    assertEquals("", predict(light).err());
    assertEquals("", predict(dark, "--invert").err());
    assertTrue(predict(light, "--invert").err().contains("leave out --invert"));
    App.Result committee = App.run(folder, "predict", "committee/committee.plenum", dark);
    assertEquals(1, warnings(committee), committee.err());
  }

  @Test
  void aPictureWithNothingOnItIsTold() throws IOException {
    BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(12, 5, 4, 18); // on a transparent ground
    graphics.dispose();
    ImageIO.write(image, "png", folder.resolve("white-ink.png").toFile());
    String told = predict("white-ink.png").err();
    assertTrue(told.contains("there is nothing on this picture"), told);
    assertTrue(told.contains("transparent is laid over white"), told);
  }

  @Test
  void jsonLinesHaveTheWarningToo() throws IOException {
    String dark = picture("paper.png", Color.WHITE, Color.BLACK, BufferedImage.TYPE_BYTE_GRAY);
    assertTrue(
        predict(dark, "--format=jsonl").out().contains("\"warning\":\"this picture is light"));
    assertFalse(predict(dark, "--format=jsonl", "--invert").out().contains("warning"));
  }

  @Test
  void ofManyPicturesTheFirstAreToldOneByOne() throws IOException {
    Files.createDirectories(folder.resolve("many"));
    for (int i = 0; i < 13; i++) {
      picture("many/" + i + ".png", Color.WHITE, Color.BLACK, BufferedImage.TYPE_BYTE_GRAY);
    }
    App.Result result = predict("many");
    assertEquals(11, warnings(result), result.err());
    assertTrue(result.err().endsWith("Warning: such is to be said of 3 more pictures\n"));
  }

  @Test
  void drawnDigitsInvertedArePredictedLikeThoseInvertedByHand() throws IOException {
    assumeTrue(Files.isDirectory(DRAWN), "there are no drawn digits in " + DRAWN);
    Path byHand = Files.createDirectories(folder.resolve("by-hand"));
    Path asDrawn = Files.createDirectories(folder.resolve("as-drawn"));
    try (Stream<Path> files = Files.list(DRAWN)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".png")).toList()) {
        // The same size, so that nothing is scaled after the inversion.
        BufferedImage small = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage drawn = ImageIO.read(file.toFile());
        for (int i = 0; i < 784; i++) {
          int x = i % 28;
          int y = i / 28;
          int rgb = drawn.getRGB(x * drawn.getWidth() / 28, y * drawn.getHeight() / 28);
          small.getRaster().setSample(x, y, 0, rgb & 0xff);
        }
        String name = file.getFileName().toString();
        ImageIO.write(small, "png", asDrawn.resolve(name).toFile());
        for (int i = 0; i < 784; i++) {
          int value = small.getRaster().getSample(i % 28, i / 28, 0);
          small.getRaster().setSample(i % 28, i / 28, 0, 255 - value);
        }
        ImageIO.write(small, "png", byHand.resolve(name).toFile());
      }
    }
    String expected = predict("by-hand", "--format=jsonl").out().replace("by-hand", "as-drawn");
    assertEquals(20, expected.lines().count());
    assertEquals(expected, predict("as-drawn", "--invert", "--format=jsonl").out());
    App.Result whole =
        predict("--format=jsonl", DRAWN.toAbsolutePath().normalize().toString());
    assertEquals(
        20, whole.out().lines().filter(line -> line.contains("\"warning\"")).count());
  }

  @Test
  void evaluateInvertsADatasetAndSaysSo() {
    App.Result upright = App.run(folder, "evaluate", "train/model.plenum");
    App.Result inverted = App.run(folder, "evaluate", "train/model.plenum", "--invert");
    assertEquals(0, inverted.exitCode(), inverted.err());
    assertTrue(upright.out().startsWith("Test on digits: "), upright.out());
    assertTrue(inverted.out().startsWith("Test on digits, inverted: "), inverted.out());
    assertEquals("", upright.err());
    assertTrue(
        inverted.err().startsWith("Warning: these images are light at the border"), inverted.err());
    assertTrue(inverted.err().contains("leave out --invert"), inverted.err());
  }
}
