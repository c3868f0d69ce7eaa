package dev.plenum.datasets.internal.image;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TestImages;
import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.internal.HeapRoom;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Part;
import dev.plenum.datasets.internal.PartedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes datasets of a folder of image files, or of an archive or list of them. For one reading. */
public final class FolderReader {
  /** The longest array that every JVM can make. */
  private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final FileTree tree;
  private final Path root;
  private final Optional<ImageSize> size;
  private final OptionalInt channels;
  private final BadFiles bad;
  private final LeftOut leftOut;
  private final PictureFiles pictures;

  /**
   * Reads nothing yet.
   *
   * @param tree where everything is; is left open
   * @param root a folder of it, or a list
   * @param size of every image; empty for the first image's
   * @param channels 1 or 3; empty for 1 if all images are grey, else 3
   */
  public FolderReader(FileTree tree, Path root, Optional<ImageSize> size, OptionalInt channels) {
    this.tree = tree;
    this.root = root;
    this.size = size;
    this.channels = channels;
    this.bad = new BadFiles(root);
    this.leftOut = new LeftOut(tree, root);
    this.pictures = new PictureFiles(tree, bad);
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
    FolderListing listing = ListedFiles.isList(root)
        ? ListedFiles.read(root)
        : new FolderLister(FolderLayout.of(tree, root), bad, leftOut).forTraining();
    Map<Part, Dataset> parts = read(listing);
    return new PartedData(root, parts, pictures.sha256(), pictures.all()).trainTest(name);
  }

  /**
   * Reads the images to measure a model by.
   *
   * @param name the dataset's
   * @throws IOException as {@link #read}
   */
  public TestImages readTest(String name) throws IOException {
    if (ListedFiles.isList(root)) {
      Map<Part, Dataset> measured = read(ListedFiles.read(root).measured());
      return new PartedData(root, measured, pictures.sha256(), pictures.all()).testImages(name);
    }
    FolderLayout layout = FolderLayout.of(tree, root);
    FolderListing listing = new FolderLister(layout, bad, leftOut).forTest();
    Part measured = layout.measured();
    String shown = layout.part(measured).map(part -> name + "/" + part.name()).orElse(name);
    Dataset images = part(read(listing), measured).orElseThrow();
    return new TestImages(shown, images, pictures.sha256());
  }

  private static Optional<Dataset> part(Map<Part, Dataset> parts, Part part) {
    return Optional.ofNullable(parts.get(part));
  }

  private Map<Part, Dataset> read(FolderListing listing) throws IOException {
    leftOut.warn();
    Map<Part, PixelStore> stores = new EnumMap<>(Part.class);
    if (listing.size() > 0) {
      ImageSize each = sizeOfEach(listing);
      requireRoom(listing, each);
      for (Map.Entry<Part, List<LabelledFile>> part : listing.files().entrySet()) {
        stores.put(part.getKey(), store(part.getValue(), each));
      }
    }
    bad.requireNone();
    int found = stores.values().stream().mapToInt(PixelStore::channels).max().orElseThrow();
    Map<Part, Dataset> parts = new EnumMap<>(Part.class);
    for (Map.Entry<Part, PixelStore> store : stores.entrySet()) {
      parts.put(
          store.getKey(),
          store
              .getValue()
              .dataset(
                  channels.orElse(found), listing.files(store.getKey()), listing.classNames()));
    }
    return parts;
  }

  /** The first training image's, unless a size was asked for; of the first one that can be read. */
  private ImageSize sizeOfEach(FolderListing listing) throws IOException {
    if (size.isPresent()) {
      return size.get();
    }
    List<LabelledFile> files = new ArrayList<>(listing.files(Part.TRAIN));
    listing.files().values().forEach(files::addAll);
    for (LabelledFile file : files) {
      Optional<PixelImage> image = pictures.peek(file);
      if (image.isPresent()) {
        return imageSize(file, image.get());
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

  /** For all images in grey; a store asks for more when it turns to colours. */
  private void requireRoom(FolderListing listing, ImageSize each) throws InvalidFileException {
    long pixels = (long) each.height() * each.width();
    long bytes = listing.largest() * pixels * channels.orElse(PixelImage.RGB);
    if (bytes > LONGEST_ARRAY) {
      throw new InvalidFileException(
          root,
          String.format(
              Locale.ROOT,
              "%d images of %s pixels need %d bytes, at most %d are possible; ask for a smaller image size",
              listing.largest(),
              each,
              bytes,
              LONGEST_ARRAY));
    }
    HeapRoom.require(
        root,
        String.format(Locale.ROOT, "%d images of %s pixels", listing.size(), each),
        listing.size() * pixels);
  }

  private PixelStore store(List<LabelledFile> files, ImageSize each) throws IOException {
    PixelStore store = new PixelStore(root, files.size(), each);
    for (LabelledFile file : files) {
      Optional<PixelImage> image = pictures.read(file);
      if (image.isPresent()) {
        store.add(
            channels.isPresent()
                ? image.get().withChannels(channels.getAsInt())
                : image.get().withoutNeedlessColour());
      }
    }
    return store;
  }
}
