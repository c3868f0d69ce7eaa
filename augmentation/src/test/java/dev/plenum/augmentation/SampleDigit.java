package dev.plenum.augmentation;

import dev.plenum.api.network.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A digit of MNIST's training images, where they are. */
final class SampleDigit {
  static final Shape SHAPE = Shape.of(28, 28, 1);

  private static final int HEADER_BYTES = 16;

  private SampleDigit() {}

  /** The file of the training images below the data directory. */
  static Path file() {
    String dataDir = Optional.ofNullable(System.getProperty("plenum.data.dir"))
        .or(() -> Optional.ofNullable(System.getenv("PLENUM_DATA_DIR")))
        .orElse("../../shared/data");
    return Path.of(dataDir, "mnist", "train-images-idx3-ubyte.gz");
  }

  /** An image of the file, pixels from 0 to 1. */
  static float[] read(int index) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file()))) {
      in.skipNBytes(HEADER_BYTES + (long) index * SHAPE.size());
      byte[] bytes = in.readNBytes(SHAPE.size());
      float[] image = new float[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        image[i] = (bytes[i] & 0xff) / 255f;
      }
      return image;
    }
  }
}
