package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import dev.plenum.experiment.TinyMnist;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged or foreign input: one message, exit code 1 or 2, nothing left. */
class BadInputTest {
  private static final String IMAGES = "train-images-idx3-ubyte";
  private static final String LABELS = "train-labels-idx1-ubyte";

  @TempDir
  Path folder;

  private Path mnist = Path.of("");

  @BeforeEach
  void writeMnist() throws IOException {
    mnist = TinyMnist.write(folder.resolve("data")).resolve("mnist");
  }

  private void trainFails(int exitCode, String... messageParts) {
    fails(
        exitCode,
        messageParts,
        "train",
        "--dataset=mnist",
        "--data-dir=data",
        "--out=out",
        "--epochs=1",
        "--network=dense");
  }

  private void fails(int exitCode, String[] messageParts, String... args) {
    App.Result result = App.run(folder, args);
    assertEquals(exitCode, result.exitCode(), result.err());
    for (String part : messageParts) {
      assertTrue(result.err().contains(part), result.err());
    }
    assertFalse(result.err().contains("\tat "), result.err());
    assertEquals(
        1, result.err().lines().filter(line -> line.startsWith("plenum: ")).count(), result.err());
    assertFalse(Files.exists(folder.resolve("out")), "nothing may be left");
    assertFalse(result.out().contains("Test on"), result.out());
  }

  private void change(String file, java.util.function.UnaryOperator<byte[]> change)
      throws IOException {
    Path path = mnist.resolve(file);
    Files.write(path, change.apply(Files.readAllBytes(path)));
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private void replaceByGzip(byte[] content) throws IOException {
    Files.delete(mnist.resolve(IMAGES));
    Files.write(mnist.resolve(IMAGES + ".gz"), content);
  }

  @Test
  void aTruncatedIdxFileIsTold() throws IOException {
    change(IMAGES, bytes -> Arrays.copyOf(bytes, bytes.length - 5));
    trainFails(1, IMAGES);
  }

  @Test
  void aFileThatIsNoIdxFileIsTold() throws IOException {
    change(
        IMAGES, bytes -> "this is no IDX file".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    trainFails(1, IMAGES);
  }

  @Test
  void labelsInThePlaceOfImagesAreTold() throws IOException {
    Files.copy(
        mnist.resolve(LABELS),
        mnist.resolve(IMAGES),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    trainFails(1, IMAGES);
  }

  @Test
  void aTruncatedGzipFileIsTold() throws IOException {
    byte[] packed = gzip(Files.readAllBytes(mnist.resolve(IMAGES)));
    replaceByGzip(Arrays.copyOf(packed, packed.length / 2));
    trainFails(1, IMAGES + ".gz");
  }

  @Test
  void aCorruptGzipFileIsTold() throws IOException {
    byte[] packed = gzip(Files.readAllBytes(mnist.resolve(IMAGES)));
    packed[packed.length / 2] ^= 0x55;
    replaceByGzip(packed);
    trainFails(1, IMAGES + ".gz");
  }

  @Test
  void aLabelOutOfRangeIsTold() throws IOException {
    change(LABELS, bytes -> {
      bytes[20] = 10;
      return bytes;
    });
    trainFails(1, "10");
  }

  @Test
  void imagesAndLabelsOfDifferentLengthAreTold() throws IOException {
    Files.copy(
        mnist.resolve("t10k-labels-idx1-ubyte"),
        mnist.resolve(LABELS),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    trainFails(1, String.valueOf(TinyMnist.TRAIN), String.valueOf(TinyMnist.TEST));
  }

  @Test
  void missingFilesOfTheDataDirectoryAreNamed() throws IOException {
    Files.delete(mnist.resolve(LABELS));
    trainFails(1, LABELS, "data");
  }

  @Test
  void anEmptyFolderIsTold() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    fails(1, new String[] {"empty"}, "train", "--dataset=empty", "--out=out");
  }

  @Test
  void aTextFileNamedPngIsNamed() throws IOException {
    Path dir = Files.createDirectories(folder.resolve("pets/cat"));
    Files.writeString(dir.resolve("1.png"), "this is no picture");
    Files.createDirectories(folder.resolve("pets/dog"));
    ImageIO.write(
        new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB),
        "png",
        folder.resolve("pets/dog/2.png").toFile());
    fails(1, new String[] {"1.png"}, "train", "--dataset=pets", "--out=out");
  }

  @Test
  void aNetworkWhoseShapesDoNotFitIsRefusedWithLayerAndShapes() throws IOException {
    Files.writeString(folder.resolve("net.json"), """
        {"layers": [{"type": "Conv2D", "filters": 4, "kernel_size": 3},
                    {"type": "Dense", "units": 10, "activation": "softmax"}]}
        """);
    fails(
        2,
        new String[] {"net.json", "'dense'", "(n)", "(26, 26, 4)"},
        "train",
        "--dataset=mnist",
        "--data-dir=data",
        "--network=net.json",
        "--out=out");
  }

  @Test
  void aNetworkForOtherClassesIsRefused() throws IOException {
    Files.writeString(folder.resolve("net.json"), """
        {"layers": [{"type": "Flatten"}, {"type": "Dense", "units": 7, "activation": "softmax"}]}
        """);
    fails(
        2,
        new String[] {"7 classes", "10"},
        "train",
        "--dataset=mnist",
        "--data-dir=data",
        "--network=net.json",
        "--out=out");
  }

  @Test
  void aTrainingThatDivergesLeavesNothing() {
    fails(
        1,
        new String[] {"diverged", "learning rate"},
        "train",
        "--dataset=mnist",
        "--data-dir=data",
        "--network=dense",
        "--optimizer=sgd",
        "--learning-rate=1e30",
        "--epochs=5",
        "--out=out");
  }

  @Test
  void aForeignModelFileIsTold() throws IOException {
    Files.writeString(folder.resolve("foreign.plenum"), "this is no model");
    fails(
        1,
        new String[] {"foreign.plenum"},
        "evaluate",
        "foreign.plenum",
        "--dataset=mnist",
        "--data-dir=data");
    fails(1, new String[] {"foreign.plenum"}, "predict", "foreign.plenum", "a.png");
  }

  @Test
  void aDamagedModelFileIsTold() throws IOException {
    App.Result trained = App.run(
        folder,
        "train",
        "--dataset=mnist",
        "--data-dir=data",
        "--network=dense",
        "--epochs=1",
        "--limit=60",
        "--out=run");
    assertEquals(0, trained.exitCode(), trained.err());
    byte[] model = Files.readAllBytes(folder.resolve("run/model.plenum"));
    Files.write(folder.resolve("cut.plenum"), Arrays.copyOf(model, model.length / 2));
    model[model.length / 3] ^= 0x10;
    Files.write(folder.resolve("flipped.plenum"), model);
    fails(1, new String[] {"cut.plenum"}, "evaluate", "cut.plenum", "--data-dir=data");
    fails(1, new String[] {"flipped.plenum"}, "evaluate", "flipped.plenum", "--data-dir=data");
  }
}
