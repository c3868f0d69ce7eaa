package dev.plenum.datasets.internal.family;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.idx.IdxContent;
import dev.plenum.datasets.internal.idx.IdxReader;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;

/** Makes a dataset of the four files in a folder. */
public final class FamilyReader {
  private final Family family;
  private final FamilyFolder folder;
  private final Trust trust;

  /** Which files are good enough. */
  public enum Trust {
    /** Only what was published, byte by byte. */
    PUBLISHED_ONLY,
    /** Any valid files: users may have data of their own in MNIST's form. */
    ANY_VALID
  }

  /** Reads nothing yet. */
  public FamilyReader(Family family, FamilyFolder folder, Trust trust) {
    this.family = family;
    this.folder = folder;
    this.trust = trust;
  }

  /**
   * Reads the four files. The dataset's digest is the SHA-256 over their unpacked bytes one after
   * another: training images, training labels, test images, test labels.
   *
   * @throws InvalidFileException if a file is damaged or does not fit the others
   */
  public TrainTest read() throws IOException {
    IdxContent trainImages = content(family.trainImages());
    IdxContent trainLabels = content(family.trainLabels());
    IdxContent testImages = content(family.testImages());
    IdxContent testLabels = content(family.testLabels());
    requireSameImages(trainImages, testImages);
    return new TrainTest(
        family.name(),
        dataset(trainImages, family.trainImages(), trainLabels, family.trainLabels()),
        dataset(testImages, family.testImages(), testLabels, family.testLabels()),
        IdxContent.sha256(List.of(trainImages, trainLabels, testImages, testLabels)));
  }

  private IdxContent content(PublishedFile file) throws IOException {
    if (trust == Trust.PUBLISHED_ONLY) {
      return file.readPublished(folder.file(file));
    }
    IdxContent content = IdxReader.read(folder.file(file), file.kind());
    if (!content.sha256().equals(file.sha256())) {
      Logger logger = System.getLogger(FamilyReader.class.getName());
      logger.log(
          Level.WARNING,
          "{0} is not the published {1} file; it is used as it is",
          folder.file(file),
          family.title());
    }
    return content;
  }

  private Dataset dataset(
      IdxContent images, PublishedFile imagesFile, IdxContent labels, PublishedFile labelsFile)
      throws InvalidFileException {
    if (images.count() != labels.count()) {
      throw new InvalidFileException(
          folder.file(labelsFile),
          String.format(
              Locale.ROOT,
              "holds %d labels, but %s holds %d images",
              labels.count(),
              folder.file(imagesFile),
              images.count()));
    }
    return new Dataset(
        Shape.of(images.height(), images.width(), 1),
        images.data(),
        classes(labels, labelsFile),
        family.classNames());
  }

  private int[] classes(IdxContent labels, PublishedFile file) throws InvalidFileException {
    int classCount = family.classNames().size();
    int[] classes = new int[labels.count()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = labels.data()[i] & 0xff;
      if (classes[i] >= classCount) {
        throw new InvalidFileException(
            folder.file(file),
            String.format(
                Locale.ROOT,
                "label %d (counted from 0) is %d; expected 0 to %d",
                i,
                classes[i],
                classCount - 1));
      }
    }
    return classes;
  }

  private void requireSameImages(IdxContent train, IdxContent test) throws InvalidFileException {
    if (train.height() != test.height() || train.width() != test.width()) {
      throw new InvalidFileException(
          folder.file(family.testImages()),
          String.format(
              Locale.ROOT,
              "holds images of %d x %d pixels, but %s holds images of %d x %d",
              test.height(),
              test.width(),
              folder.file(family.trainImages()),
              train.height(),
              train.width()));
    }
  }
}
