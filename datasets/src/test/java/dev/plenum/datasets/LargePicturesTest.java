package dev.plenum.datasets;

import static dev.plenum.datasets.support.Pictures.plain;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.support.ChildJvm;
import dev.plenum.datasets.support.Pictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures each of which just fits into a heap of 64 MB, by 16 threads. */
class LargePicturesTest {
  private static final List<String> SMALL_HEAP =
      List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=16");
  private static final int HEIGHT = 1000;
  private static final int WIDTH = 1700;

  @TempDir
  Path folder;

  private static String digests(Path folder) throws IOException {
    TrainTest data = ((ImageFolder) Datasets.open(folder)).imageSize(8, 8).load();
    return data.sha256() + " " + data.pixelsSha256();
  }

  /** The child process: loads a folder and prints its digests, or audits it. */
  static final class Load {
    private Load() {}

    public static void main(String[] args) throws IOException {
      Path folder = Path.of(args[1]);
      System.out.println(
          args[0].equals("load")
              ? digests(folder)
              : Datasets.folder(folder).audit().brokenFiles().size());
    }
  }

  @BeforeEach
  void makeFolders() throws IOException {
    for (String name : List.of("cat", "dog")) {
      Files.createDirectories(folder.resolve(name));
    }
  }

  private void write(String ending) throws IOException {
    for (int i = 0; i < 20; i++) {
      Path file = folder.resolve((i % 2 == 0 ? "cat/" : "dog/") + i + "." + ending);
      if (ending.equals("ppm")) {
        String header = "P6 %s %s 255\n".formatted(WIDTH, HEIGHT);
        byte[] start = header.getBytes(StandardCharsets.US_ASCII);
        byte[] picture = new byte[start.length + 3 * WIDTH * HEIGHT];
        System.arraycopy(start, 0, picture, 0, start.length);
        picture[start.length + i] = (byte) 200;
        Files.write(file, picture);
      } else {
        Pictures.write(file, plain(HEIGHT, WIDTH, TYPE_INT_RGB, 0x123456 * (i + 1)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "ppm"})
  void asManyAreReadAtOnceAsFitAndComeInOrder(String ending) throws Exception {
    write(ending);

    ChildJvm child = ChildJvm.start(SMALL_HEAP, Load.class, "load", folder.toString());

    assertEquals(digests(folder), child.lastLine());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "ppm"})
  void soItIsInAnAudit(String ending) throws Exception {
    write(ending);

    assertEquals(
        "0", ChildJvm.start(SMALL_HEAP, Load.class, "audit", folder.toString()).lastLine());
  }
}
