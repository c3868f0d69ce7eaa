package dev.plenum.datasets.support;

import dev.plenum.api.data.Dataset;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;

/** Files that real tools wrote, and the pixels that they were given. */
public final class Fixtures {
  private Fixtures() {}

  public static Path file(String name) {
    URL found = Optional.ofNullable(
            Fixtures.class.getResource("/dev/plenum/datasets/formats/" + name))
        .orElseThrow(() -> new IllegalArgumentException(name));
    try {
      return Path.of(found.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Image {@code i} as the scripts beside the files make it. */
  public static byte[] pixels(int i, Dataset images, int seed) {
    int height = images.imageShape().height();
    int width = images.imageShape().width();
    int channels = images.imageShape().channels();
    byte[] pixels = new byte[height * width * channels];
    int target = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          pixels[target++] = (byte) (i * 31 + y * 17 + x * 7 + c * 3 + seed);
        }
      }
    }
    return pixels;
  }
}
