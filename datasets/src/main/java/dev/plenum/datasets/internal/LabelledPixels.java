package dev.plenum.datasets.internal;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Images of one part and the numbers of their classes. */
public final class LabelledPixels {
  /** More are hardly meant: the column of labels is another one then. */
  private static final int MOST_CLASSES = 10_000;

  private final Path labelsPlace;
  private final Shape shape;
  private final byte[] pixels;
  private final int[] labels;

  /**
   * Keeps the arrays themselves.
   *
   * @param labelsPlace where the labels are from, for messages
   * @param shape (height, width, channels) of every image
   * @param pixels image after image, in h, w, c order
   * @param labels one for each image; perhaps out of range
   */
  public LabelledPixels(Path labelsPlace, Shape shape, byte[] pixels, int[] labels) {
    this.labelsPlace = labelsPlace;
    this.shape = shape;
    this.pixels = pixels;
    this.labels = labels;
  }

  /**
   * The datasets of all parts, whose classes are called by their numbers, from 0 to the highest.
   *
   * @throws InvalidFileException if a label is less than 0 or more than 9,999, or there are more or
   *     fewer labels than images
   */
  public static Map<Part, Dataset> numbered(Map<Part, LabelledPixels> parts)
      throws InvalidFileException {
    for (LabelledPixels part : parts.values()) {
      part.requireLabels(MOST_CLASSES);
    }
    return named(parts, numbers(parts.values()));
  }

  private static List<String> numbers(Collection<LabelledPixels> parts) {
    int highest =
        parts.stream().flatMapToInt(part -> Arrays.stream(part.labels)).max().orElse(0);
    return IntStream.rangeClosed(0, highest).mapToObj(String::valueOf).toList();
  }

  /**
   * The datasets of all parts.
   *
   * @param classNames by label
   * @throws InvalidFileException if a label has no name, or there are more or fewer labels than images
   */
  public static Map<Part, Dataset> named(Map<Part, LabelledPixels> parts, List<String> classNames)
      throws InvalidFileException {
    Map<Part, Dataset> datasets = new EnumMap<>(Part.class);
    for (Map.Entry<Part, LabelledPixels> part : parts.entrySet()) {
      datasets.put(part.getKey(), part.getValue().dataset(classNames));
    }
    return datasets;
  }

  private Dataset dataset(List<String> classNames) throws InvalidFileException {
    requireLabels(classNames.size());
    return new Dataset(shape, pixels, labels, classNames);
  }

  private void requireLabels(int classes) throws InvalidFileException {
    long images = pixels.length / (long) shape.size();
    if (images != labels.length) {
      throw new InvalidFileException(
          labelsPlace,
          String.format(Locale.ROOT, "there are %d labels, but %d images", labels.length, images));
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new InvalidFileException(
            labelsPlace,
            String.format(
                Locale.ROOT,
                "label %d (counted from 0) is %d; expected 0 to %d",
                i,
                labels[i],
                classes - 1));
      }
    }
  }
}
