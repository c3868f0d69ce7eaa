package dev.plenum.datasets.internal.image;

import dev.plenum.api.data.TestImages;
import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Part;
import dev.plenum.datasets.internal.PartedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes datasets of a folder of image files, or of an archive or list of them. For one reading. */
public final class FolderReader {
  private final FileTree tree;
  private final Path root;
  private final ImageReading how;
  private final BadFiles bad;
  private final LeftOut leftOut;

  /**
   * Reads nothing yet.
   *
   * @param tree where everything is; is left open
   * @param root a folder of it, or a list
   * @param how they are read
   */
  public FolderReader(FileTree tree, Path root, ImageReading how) {
    this.tree = tree;
    this.root = root;
    this.how = how;
    this.bad = new BadFiles(root);
    this.leftOut = new LeftOut(tree, root);
  }

  /** A folder's own name. */
  public static String name(Path dir) {
    Path absolute = dir.toAbsolutePath().normalize();
    return absolute.getFileName() == null ? dir.toString() : Entry.of(absolute).name();
  }

  /**
   * Reads all images, once.
   *
   * @param name the dataset's
   * @throws IOException if files are no images or cannot be read (the message names them all, but for
   *     a bound), or the folder's form is wrong
   */
  public TrainTest read(String name) throws IOException {
    FolderListing listing = ListedFiles.areIn(tree, root)
        ? ListedFiles.of(tree, root)
        : new FolderLister(FolderLayout.of(tree, root), bad, leftOut).forTraining();
    return read(listing)
        .grouped(FileGroups.of(root, listing, how.groups()))
        .trainTest(name)
        .prepared(how.preparer().how().name());
  }

  /**
   * Reads the images to measure a model by.
   *
   * @param name the dataset's
   * @throws IOException as {@link #read}
   */
  public TestImages readTest(String name) throws IOException {
    if (ListedFiles.areIn(tree, root)) {
      return read(ListedFiles.of(tree, root).measured()).testImages(name);
    }
    FolderLayout layout = FolderLayout.of(tree, root);
    FolderListing listing = new FolderLister(layout, bad, leftOut).forTest();
    String shown =
        layout.part(layout.measured()).map(part -> name + "/" + part.name()).orElse(name);
    return read(listing).testImages(shown);
  }

  private PartedData read(FolderListing listing) throws IOException {
    leftOut.warn();
    FolderPixels pixels =
        new FolderPixels(tree, root, listing, sizeOfEach(listing), how.preparer(), bad);
    return how.place().isFile(pixels.bytes(listing.size()), pixels.bytes(listing.largest()))
        ? new CachedPixels(pixels, how.place(), how.size()).read()
        : pixels.read();
  }

  /** The first training image's, unless a size was asked for; of the first one that can be read. */
  private ImageSize sizeOfEach(FolderListing listing) throws IOException {
    if (how.size().isPresent()) {
      return how.size().get();
    }
    for (List<LabelledFile> files : List.of(listing.files(Part.TRAIN), listing.all())) {
      for (LabelledFile file : files) {
        Optional<PixelImage> image = PictureFiles.peek(tree, file);
        if (image.isPresent()) {
          return imageSize(file, how.preparer().upright(image.get()));
        }
      }
    }
    return new ImageSize(1, 1); // nothing can be read, as will be reported
  }

  private static ImageSize imageSize(LabelledFile file, PixelImage image)
      throws InvalidFileException {
    try {
      return new ImageSize(image.height(), image.width());
    } catch (IllegalArgumentException e) {
      throw new InvalidFileException(
          file.path(), e.getMessage() + "; ask for a smaller image size");
    }
  }
}
