package dev.plenum.datasets.internal.idx;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.internal.InvalidFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two files that belong together.
 *
 * @param imagesFile where the images are from
 * @param images the images
 * @param labelsFile where the labels are from
 * @param labels their classes, one for each image
 */
public record IdxPart(Path imagesFile, IdxContent images, Path labelsFile, IdxContent labels) {
  /** What a byte can hold; more in a table of labels are hardly meant. */
  private static final int MOST_CLASSES = 256;

  /**
   * Reads two files.
   *
   * @throws InvalidFileException if one is damaged or of another kind
   */
  static IdxPart read(Path imagesFile, Path labelsFile) throws IOException {
    return new IdxPart(
        imagesFile,
        IdxReader.read(imagesFile, IdxKind.IMAGES),
        labelsFile,
        IdxReader.readLabels(labelsFile));
  }

  /** Both files, as the digest takes them. */
  public Stream<IdxContent> contents() {
    return Stream.of(images, labels);
  }

  /**
   * Names for all classes that there may be by the labels: the numbers from 0 on.
   *
   * @throws InvalidFileException if a label is less than 0 or more than 255
   */
  List<String> numbers() throws InvalidFileException {
    int highest = 0;
    for (int label : classes(MOST_CLASSES, "")) {
      highest = Math.max(highest, label);
    }
    return IntStream.rangeClosed(0, highest).mapToObj(String::valueOf).toList();
  }

  /**
   * The images with their classes.
   *
   * @param hint what to do if a label is too high; may be empty
   * @throws InvalidFileException if there are more or fewer labels than images, or a label has no name
   */
  public Dataset dataset(List<String> classNames, String hint) throws InvalidFileException {
    if (images.count() != labels.count()) {
      throw new InvalidFileException(
          labelsFile,
          String.format(
              Locale.ROOT,
              "holds %d labels, but %s holds %d images",
              labels.count(),
              imagesFile,
              images.count()));
    }
    return new Dataset(
        Shape.of(images.height(), images.width(), 1),
        images.data(),
        classes(classNames.size(), hint),
        classNames);
  }

  private int[] classes(int count, String hint) throws InvalidFileException {
    int[] classes = new int[labels.count()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = labels.label(i);
      if (classes[i] < 0 || classes[i] >= count) {
        throw new InvalidFileException(
            labelsFile,
            String.format(
                Locale.ROOT,
                "label %d (counted from 0) is %d; expected 0 to %d%s",
                i,
                classes[i],
                count - 1,
                hint));
      }
    }
    return classes;
  }

  /**
   * Checks that the test images are as large as these, the training images.
   *
   * @throws InvalidFileException if not
   */
  public void requireSameSize(IdxPart test) throws InvalidFileException {
    if (images.height() != test.images.height() || images.width() != test.images.width()) {
      throw new InvalidFileException(
          test.imagesFile,
          String.format(
              Locale.ROOT,
              "holds images of %d x %d pixels, but %s holds images of %d x %d",
              test.images.height(),
              test.images.width(),
              imagesFile,
              images.height(),
              images.width()));
    }
  }
}
