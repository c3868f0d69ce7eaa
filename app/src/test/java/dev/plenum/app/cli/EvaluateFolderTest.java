package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.app.App;
import dev.plenum.experiment.TinyMnist;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Models that are measured on people's own labelled pictures. */
@TestInstance(Lifecycle.PER_CLASS)
class EvaluateFolderTest {
  private static final Dataset IMAGES = TinyMnist.dataset(40, 3);

  private Path folder = Path.of("");
  private Path model = Path.of("");

  @BeforeAll
  void train(@TempDir Path dir) throws IOException {
    TinyMnist.write(dir.resolve("data"));
    ok(
        dir,
        "train",
        "--dataset=mnist",
        "--data-dir=data",
        "--network=dense",
        "--epochs=1",
        "--out=run");
    model = dir.resolve("run/model.plenum");
  }

  @BeforeEach
  void chooseFolder(@TempDir Path dir) {
    folder = dir;
  }

  private static List<String> ok(Path dir, String... command) {
    App.Result result = App.run(dir, command);
    assertEquals(0, result.exitCode(), result.err());
    return result.out().lines().toList();
  }

  private List<String> evaluate() {
    return ok(folder, "evaluate", model.toString(), "--dataset=mine");
  }

  private String refusal(int exitCode) {
    App.Result result = App.run(folder, "evaluate", model.toString(), "--dataset=mine");
    assertEquals(exitCode, result.exitCode(), result.out());
    return result.err();
  }

  /** Images {@code from} … {@code to} − 1, each in the folder of its class. */
  private void write(String parent, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      write(parent + "/" + IMAGES.classNames().get(IMAGES.label(i)), i);
    }
  }

  private void write(String parent, int image) throws IOException {
    Path dir = Files.createDirectories(folder.resolve(parent));
    BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    byte[] pixels = IMAGES.image(image);
    for (int i = 0; i < pixels.length; i++) {
      picture.getRaster().setSample(i % 28, i / 28, 0, pixels[i] & 0xff);
    }
    ImageIO.write(picture, "png", dir.resolve(image + ".png").toFile());
  }

  private static List<String> columns(String line) {
    return List.of(line.split(" +", -1));
  }

  @Test
  void allOfThemCountHoweverFewAndOfWhateverClasses() throws IOException {
    write("mine", 3, 7);

    List<String> lines = evaluate();

    assertTrue(lines.get(0).startsWith("Test on mine: "), lines.get(0));
    assertTrue(lines.get(0).endsWith(" of 4 misclassified"), lines.get(0));
    List<Integer> images = IntStream.range(0, 10)
        .map(c -> Integer.parseInt(columns(lines.get(3 + c)).get(4)))
        .boxed()
        .toList();
    List<Integer> expected = IntStream.range(0, 10)
        .map(c -> (int) IntStream.range(3, 7).filter(i -> IMAGES.label(i) == c).count())
        .boxed()
        .toList();
    assertEquals(expected, images);
    int missing = expected.indexOf(0);
    assertEquals("-", columns(lines.get(3 + missing)).get(2), "a recall of no images");
    assertEquals("4", columns(lines.get(13)).get(4));
  }

  @Test
  void whatIsMeasuredIsWhatTheModelWouldGetOneByOne() throws IOException {
    write("mine", 0, 40);

    List<String> lines = evaluate();

    assertEquals(
        40,
        IntStream.range(17, 27)
            .flatMap(line -> columns(lines.get(line)).stream().skip(1).mapToInt(Integer::parseInt))
            .sum());
    for (int c = 0; c < 10; c++) {
      int label = c;
      assertEquals(
          IntStream.range(0, 40).filter(i -> IMAGES.label(i) == label).count(),
          columns(lines.get(17 + c)).stream()
              .skip(1)
              .mapToInt(Integer::parseInt)
              .sum());
    }
  }

  @Test
  void ofAFolderWithPartsTheTestImagesAreMeasured() throws IOException {
    write("mine/train", 0, 30);
    write("mine/test", 30, 35);

    String line = evaluate().get(0);

    assertTrue(line.startsWith("Test on mine/test: "), line);
    assertTrue(line.endsWith(" of 5 misclassified"), line);
  }

  @Test
  void aClassThatTheModelDoesNotKnowIsRefusedByName() throws IOException {
    write("mine", 0, 5);
    write("mine/eleven", 5);

    assertTrue(refusal(2).contains("there are images of [eleven], the classes are [0, 1, 2"));
  }

  @Test
  void picturesWithoutClassFoldersAreRefusedWithWhatToDo() throws IOException {
    write("mine", 5);

    assertTrue(refusal(1).contains("Put the images of each class into a folder"));
  }

  @Test
  void allBadFilesAreNamedEachInALine() throws IOException {
    write("mine", 0, 5);
    for (String name : List.of("a.png", "b.jpg")) {
      Files.writeString(folder.resolve("mine/0").resolve(name), "no picture");
    }

    List<String> lines = refusal(1).lines().toList();

    assertTrue(lines.get(0).endsWith("2 files cannot be used:"), lines.get(0));
    assertTrue(lines.get(1).contains("a.png: expected a "), lines.get(1));
    assertTrue(lines.get(2).contains("b.jpg: expected a "), lines.get(2));
  }
}
