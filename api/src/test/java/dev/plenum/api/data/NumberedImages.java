package dev.plenum.api.data;

import dev.plenum.api.network.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** Datasets whose images say which they are: two pixels hold their number, in base 256. */
public final class NumberedImages {
  /** The shape of every image. */
  public static final Shape SHAPE = Shape.of(1, 1, 2);

  /** The number of classes; image i is of class i modulo this. */
  public static final int CLASSES = 3;

  private NumberedImages() {}

  /** The images 0 … n − 1. */
  public static Dataset of(int n) {
    byte[] pixels = new byte[2 * n];
    for (int i = 0; i < n; i++) {
      pixels[2 * i] = (byte) (i / 256);
      pixels[2 * i + 1] = (byte) i;
    }
    int[] labels = IntStream.range(0, n).map(i -> i % CLASSES).toArray();
    return new Dataset(SHAPE, pixels, labels, List.of("zero", "one", "two"));
  }

  /** The number of an image in an array of them. */
  public static int number(float[] images, int position) {
    return 256 * Math.round(images[2 * position] * 255)
        + Math.round(images[2 * position + 1] * 255);
  }

  /** The numbers of a dataset's images. */
  public static List<Integer> numbers(Dataset dataset) {
    float[] image = new float[2];
    return IntStream.range(0, dataset.size())
        .mapToObj(i -> {
          dataset.copyImage(i, image, 0);
          return number(image, 0);
        })
        .toList();
  }

  /** The numbers of a batch's images. */
  public static List<Integer> numbers(Batch batch) {
    return IntStream.range(0, batch.size())
        .mapToObj(i -> number(batch.images(), i))
        .toList();
  }
}
