package dev.plenum.tck;

import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.tck.reference.ReferenceBatch;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Images of random pixels with random labels, the same for the backend and the reference. */
final class Samples {
  /** Room behind a batch's images, filled with what would show if it were read. */
  private static final int SPARE = 2;

  private final Dataset dataset;
  private final float[] images;
  private final int[] labels;

  Samples(Shape shape, int classes, int count, long seed) {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, new Seed(seed));
    byte[] pixels = new byte[count * shape.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) random.at(0).below(i, 256);
    }
    labels = IntStream.range(0, count).map(i -> random.at(1).below(i, classes)).toArray();
    List<String> names = IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
    dataset = new Dataset(shape, pixels, labels, names);
    images = new float[pixels.length];
    for (int i = 0; i < count; i++) {
      dataset.copyImage(i, images, i * shape.size());
    }
  }

  static Samples of(Network network, int count, long seed) {
    return new Samples(network.input(), network.classes(), count, seed);
  }

  Dataset dataset() {
    return dataset;
  }

  int size() {
    return labels.length;
  }

  Batch batch() {
    return batch(0, size());
  }

  /** A batch of some of the samples, with room for more that must not be looked at. */
  Batch batch(int from, int count) {
    Batch batch = new Batch(dataset.imageShape(), count + SPARE);
    Arrays.fill(batch.images(), Float.NaN);
    Arrays.fill(batch.labels(), -1);
    batch.load(dataset, IntStream.range(from, from + count).toArray(), 0, count);
    return batch;
  }

  float[] images() {
    return images.clone();
  }

  double[] doubles() {
    return doubles(IntStream.range(0, size()).toArray());
  }

  /** The pixels of the images with these indices. */
  private double[] doubles(int[] indices) {
    int size = dataset.imageShape().size();
    double[] pixels = new double[indices.length * size];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = images[indices[i / size] * size + i % size];
    }
    return pixels;
  }

  /** All of them, for the reference. */
  ReferenceBatch reference() {
    return reference(0, size());
  }

  ReferenceBatch reference(int from, int count) {
    return reference(IntStream.range(from, from + count).toArray());
  }

  ReferenceBatch reference(int[] indices) {
    return new ReferenceBatch(
        doubles(indices), Arrays.stream(indices).map(i -> labels[i]).toArray());
  }

  int[] labels() {
    return labels.clone();
  }
}
