package dev.plenum.benchmarks.training;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.Datasets;
import dev.plenum.datasets.IdxFamily;
import dev.plenum.datasets.NamedDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a network is trained on, and what it then classifies.
 *
 * @param name {@code mnist}, {@code digits} or {@code random}
 * @param train the images of an epoch
 * @param test the images to classify, as many at most, and {@link Inference#IMAGES}
 */
record MeasuredData(String name, Dataset train, Dataset test) {
  private static final long SEED = 1;

  /**
   * The data for images of that shape: MNIST for its shape, or generated digits if it is not on this
   * machine; random pixels and labels for others. Nothing is downloaded.
   *
   * @throws IOException if the files are damaged or not in the data directory, or have too few images
   */
  static MeasuredData of(Shape images, TrainingSettings settings) throws IOException {
    if (!images.equals(NamedDataset.IMAGE_SHAPE)) {
      return new MeasuredData(
          "random", random(images, settings.images()), random(images, toClassify(settings)));
    }
    TrainTest data = handwriting(settings).load();
    int found = data.train().size();
    if (found < TrainingSettings.FEWEST_IMAGES) {
      throw new IOException(String.format(
          Locale.ROOT,
          "at least %d training images are needed, %s has %d",
          TrainingSettings.FEWEST_IMAGES,
          data.name(),
          found));
    }
    return new MeasuredData(
        data.name(),
        first(data.train(), settings.images()),
        first(data.test(), toClassify(settings)));
  }

  /**
   * Checks that a data directory, if one was given, has what it should.
   *
   * @throws IOException if it has not
   */
  static void check(TrainingSettings settings) throws IOException {
    if (settings.dataDir().isPresent()) {
      of(NamedDataset.IMAGE_SHAPE, settings);
    }
  }

  private static int toClassify(TrainingSettings settings) {
    return Math.min(Inference.IMAGES, settings.images());
  }

  private static DatasetSource handwriting(TrainingSettings settings) {
    IdxFamily mnist = Datasets.mnist();
    Optional<Path> folder = settings.dataDir().or(mnist::locate);
    return folder.isPresent() ? mnist.dataDir(folder.get()) : Datasets.digits();
  }

  private static Dataset first(Dataset images, int count) {
    return images.first(Math.min(count, images.size()));
  }

  private static Dataset random(Shape shape, int count) {
    Random random = new Random(SEED);
    byte[] pixels = new byte[Math.multiplyExact(count, shape.size())];
    random.nextBytes(pixels);
    List<String> classes =
        IntStream.range(0, NamedDataset.CLASSES).mapToObj(String::valueOf).toList();
    int[] labels = random.ints(count, 0, classes.size()).toArray();
    return new Dataset(shape, pixels, labels, classes);
  }
}
