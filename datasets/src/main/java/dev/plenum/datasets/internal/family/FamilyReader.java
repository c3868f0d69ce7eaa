package dev.plenum.datasets.internal.family;

import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.idx.IdxContent;
import dev.plenum.datasets.internal.idx.IdxForm;
import dev.plenum.datasets.internal.idx.IdxPart;
import dev.plenum.datasets.internal.idx.IdxReader;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.stream.Stream;

/** Makes a dataset of the four files in a folder. */
public final class FamilyReader {
  private static final String MORE_CLASSES =
      ". Files with other classes are a dataset of their own: name their folder";

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
    IdxPart train = part(family.trainImages(), family.trainLabels());
    IdxPart test = part(family.testImages(), family.testLabels());
    train.requireSameSize(test);
    return new TrainTest(
        family.name(),
        train.dataset(IdxForm.of(family.classNames()), MORE_CLASSES),
        test.dataset(IdxForm.of(family.classNames()), MORE_CLASSES),
        IdxContent.sha256(Stream.concat(train.contents(), test.contents()).toList()));
  }

  private IdxPart part(PublishedFile images, PublishedFile labels) throws IOException {
    return new IdxPart(folder.file(images), content(images), folder.file(labels), content(labels));
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
}
