package dev.plenum.experiment;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Files like MNIST's with a few easy images, so that a training takes a moment only: class k is a
 * bright vertical bar at column 2 + 2k, over noise.
 */
public final class TinyMnist {
  public static final int TRAIN = 240;
  public static final int TEST = 60;

  private static final int SIDE = 28;
  private static final int CLASSES = 10;

  private TinyMnist() {}

  /** Writes the four files to {@code dataDir/mnist}. */
  public static Path write(Path dataDir) throws IOException {
    Path folder = Files.createDirectories(dataDir.resolve("mnist"));
    writePart(folder, "train", dataset(TRAIN, 1));
    writePart(folder, "t10k", dataset(TEST, 2));
    return dataDir;
  }

  private static void writePart(Path folder, String prefix, Dataset images) throws IOException {
    Files.write(folder.resolve(prefix + "-images-idx3-ubyte"), imageFile(images));
    Files.write(folder.resolve(prefix + "-labels-idx1-ubyte"), labelFile(images));
  }

  /** The same in memory, of which a sixth is set aside. */
  public static TrainingData data() {
    TrainTest whole = new TrainTest("tiny", dataset(TRAIN, 1), dataset(TEST, 2), "ab12");
    return TrainingData.of(whole).validation(1.0 / 6, Seed.seed(42));
  }

  /** Images of all classes in turn. */
  public static Dataset dataset(int size, long seed) {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, Seed.seed(seed));
    byte[] pixels = new byte[size * SIDE * SIDE];
    int[] labels = IntStream.range(0, size).map(i -> i % CLASSES).toArray();
    for (int i = 0; i < pixels.length; i++) {
      int column = i % SIDE;
      int bar = 2 + 2 * labels[i / (SIDE * SIDE)];
      int noise = random.below(i, 120);
      pixels[i] = (byte) (column == bar || column == bar + 1 ? 255 - noise : noise);
    }
    List<String> names = IntStream.range(0, CLASSES).mapToObj(String::valueOf).toList();
    return new Dataset(Shape.of(SIDE, SIDE, 1), pixels, labels, names);
  }

  private static byte[] imageFile(Dataset images) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0x00000803);
    out.writeInt(images.size());
    out.writeInt(SIDE);
    out.writeInt(SIDE);
    for (int i = 0; i < images.size(); i++) {
      out.write(images.image(i));
    }
    return bytes.toByteArray();
  }

  private static byte[] labelFile(Dataset images) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0x00000801);
    out.writeInt(images.size());
    for (int i = 0; i < images.size(); i++) {
      out.writeByte(images.label(i));
    }
    return bytes.toByteArray();
  }
}
