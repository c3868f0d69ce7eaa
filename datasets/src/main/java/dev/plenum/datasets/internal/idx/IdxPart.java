package dev.plenum.datasets.internal.idx;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.internal.HeapRoom;
import dev.plenum.datasets.internal.InvalidFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
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
   * How many classes there may be by the labels, which are from 0 on.
   *
   * @throws InvalidFileException if a label is less than 0 or more than 255
   */
  int classes() throws InvalidFileException {
    return 1 + Arrays.stream(classes(IdxForm.numbered(MOST_CLASSES), "")).max().orElse(0);
  }

  /**
   * The images with their classes.
   *
   * @param hint what to do if a label is too high; may be empty
   * @throws InvalidFileException if there are more or fewer labels than images, a label has no name, or
   *     there is no room to turn the images
   */
  public Dataset dataset(IdxForm form, String hint) throws InvalidFileException {
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
    int[] classes = classes(form, hint);
    return form.isTransposed()
        ? new Dataset(
            Shape.of(images.width(), images.height(), 1), transposed(), classes, form.classNames())
        : new Dataset(
            Shape.of(images.height(), images.width(), 1),
            images.data(),
            classes,
            form.classNames());
  }

  private byte[] transposed() throws InvalidFileException {
    byte[] stored = images.data();
    HeapRoom.require(imagesFile, "the images, turned,", stored.length);
    int height = images.height();
    int width = images.width();
    byte[] turned = new byte[stored.length];
    for (int start = 0; start < stored.length; start += height * width) {
      for (int i = 0; i < height * width; i++) {
        turned[start + i % width * height + i / width] = stored[start + i];
      }
    }
    return turned;
  }

  private int[] classes(IdxForm form, String hint) throws InvalidFileException {
    int[] classes = new int[labels.count()];
    for (int i = 0; i < classes.length; i++) {
      int label = labels.label(i);
      if (label < form.firstLabel() || label > form.lastLabel()) {
        throw new InvalidFileException(
            labelsFile,
            String.format(
                Locale.ROOT,
                "label %d (counted from 0) is %d; expected %d to %d%s",
                i,
                label,
                form.firstLabel(),
                form.lastLabel(),
                hint));
      }
      classes[i] = label - form.firstLabel();
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
