package dev.plenum.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.Split;
import dev.plenum.api.data.Splitting;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.Seed;
import dev.plenum.datasets.picture.InkWindow;
import dev.plenum.datasets.support.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real files, where the data directory has them. */
class RealMnistTest {
  /** Of the four published files one after another. */
  private static final String SHA256 =
      "b2d8f5bf39174ee5ffeefa97e42d673c35432b411bb5d1f74fbbeddae7f1690a";

  private final Path dataDir = dataDir();

  private static Path dataDir() {
    return Path.of(Optional.ofNullable(System.getProperty("plenum.data.dir"))
        .or(() -> Optional.ofNullable(System.getenv("PLENUM_DATA_DIR")))
        .orElse("../../shared/data"));
  }

  @BeforeEach
  void needsMnist() {
    assumeTrue(
        Datasets.mnist().dataDir(dataDir).locate().isPresent(),
        () -> "MNIST is not in " + dataDir.toAbsolutePath()
            + "; set the property plenum.data.dir or the variable PLENUM_DATA_DIR");
  }

  @Test
  void theWholeOfMnistIsRead() throws IOException {
    TrainTest mnist = Datasets.mnist().dataDir(dataDir).load();

    assertEquals("mnist", mnist.name());
    assertEquals(60_000, mnist.train().size());
    assertEquals(10_000, mnist.test().size());
    assertEquals(Shape.of(28, 28, 1), mnist.train().imageShape());
    assertEquals(
        List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), mnist.train().classNames());
    assertEquals(SHA256, mnist.sha256());
    // The well-known beginnings of both parts.
    assertEquals(
        List.of(5, 0, 4, 1, 9),
        IntStream.range(0, 5).mapToObj(mnist.train()::label).toList());
    assertEquals(
        List.of(7, 2, 1, 0, 4),
        IntStream.range(0, 5).mapToObj(mnist.test()::label).toList());
  }

  @Test
  void aWindowOf24By24PixelsLosesNoInk() throws IOException {
    TrainTest mnist = Datasets.mnist().dataDir(dataDir).load();
    for (Dataset part : List.of(mnist.train(), mnist.test())) {
      Dataset windows = new InkWindow(24, 24).of(part);
      for (int i = 0; i < part.size(); i++) {
        assertEquals(sum(part.image(i)), sum(windows.image(i)), "image " + i);
      }
    }
  }

  private static int sum(byte[] pixels) {
    int sum = 0;
    for (byte pixel : pixels) {
      sum += pixel & 0xff;
    }
    return sum;
  }

  /** As the images that scikit-learn 1.9.1 chooses by MNIST's labels begin. */
  @Test
  void theStratifiedSplitOfScikitLearnBeginsWithTheImagesThatItGives() throws IOException {
    Dataset all = Datasets.mnist().dataDir(dataDir).load().train();

    Split split = Splitting.sklearn(Seed.seed(42)).stratified().split(all, 1.0 / 6);

    assertEquals(50_000, split.train().size());
    List<Integer> train = List.of(9223, 46496, 13806);
    List<Integer> aside = List.of(57723, 5574, 30052);
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(all.image(train.get(i)), split.train().image(i));
      assertArrayEquals(all.image(aside.get(i)), split.validation().image(i));
    }
  }

  @Test
  void theFilesArePassedAsThePublishedOnes(@TempDir Path cache) throws IOException {
    Path folder = Files.createDirectories(cache.resolve("mnist"));
    Path source = Datasets.mnist().dataDir(dataDir).fetch();
    try (var files = Files.list(source)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }

    assertEquals(SHA256, Datasets.mnist().cacheDir(cache).load().sha256());
  }

  @Test
  void itTakesLittleMoreMemoryThanItsPixels() throws Exception {
    ChildJvm child = ChildJvm.start(List.of("-Xmx128m"), Load.class, dataDir.toString());

    assertEquals(SHA256, child.lastLine());
  }

  /** The child process: loads MNIST and prints its digest. */
  static final class Load {
    private Load() {}

    public static void main(String[] args) throws IOException {
      System.out.println(Datasets.mnist().dataDir(Path.of(args[0])).load().sha256());
    }
  }
}
