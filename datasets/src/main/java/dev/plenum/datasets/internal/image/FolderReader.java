package dev.plenum.datasets.internal.image;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.Split;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.Seed;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Memory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes a dataset of a folder of image files. */
public final class FolderReader {
  private static final double TEST_SHARE = 0.1;
  private static final Seed TEST_SEED = Seed.seed(42);
  /** The longest array that every JVM can make. */
  private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final Path root;
  private final Optional<ImageSize> size;
  private final OptionalInt channels;
  private final FolderDigest digest;

  /**
   * Reads nothing yet.
   *
   * @param size of every image; empty for the first image's
   * @param channels 1 or 3; empty for 1 if all images are grey, else 3
   */
  public FolderReader(Path root, Optional<ImageSize> size, OptionalInt channels) {
    this.root = root;
    this.size = size;
    this.channels = channels;
    this.digest = new FolderDigest(root);
  }

  /**
   * Reads all images, once.
   *
   * @param name the dataset's
   * @throws IOException if a file is no image or cannot be read, or the folder's form is wrong
   */
  public TrainTest read(String name) throws IOException {
    FolderListing listing = FolderListing.of(root);
    ImageSize each = size.isPresent() ? size.get() : sizeOfFirst(listing.train());
    requireRoom(listing, each);
    // In name order, as the digest takes them.
    PixelStore testStore = store(listing.test(), each);
    PixelStore trainStore = store(listing.train(), each);
    int found = Math.max(trainStore.channels(), testStore.channels());
    Shape shape = Shape.of(each.height(), each.width(), channels.orElse(found));
    Dataset train = dataset(shape, trainStore, listing.train(), listing.classNames());
    if (listing.test().isEmpty()) {
      Split split = split(train);
      return new TrainTest(name, split.train(), split.validation(), digest.sha256());
    }
    Dataset test = dataset(shape, testStore, listing.test(), listing.classNames());
    return new TrainTest(name, train, test, digest.sha256());
  }

  private static ImageSize sizeOfFirst(List<LabelledFile> files) throws IOException {
    Path first = files.get(0).path();
    PixelImage image = ImageDecoder.decode(first, ImageDecoder.readBytes(first));
    try {
      return new ImageSize(image.height(), image.width());
    } catch (IllegalArgumentException e) {
      throw new InvalidFileException(
          first, e.getMessage() + "; ask for smaller images (--image-size)");
    }
  }

  /** For all images in grey; a store asks for more when it turns to colours. */
  private void requireRoom(FolderListing listing, ImageSize each) throws InvalidFileException {
    long pixels = (long) each.height() * each.width();
    long count = Math.max(listing.train().size(), listing.test().size());
    long bytes = count * pixels * channels.orElse(PixelImage.RGB);
    if (bytes > LONGEST_ARRAY) {
      throw new InvalidFileException(
          root,
          String.format(
              Locale.ROOT,
              "%d images of %s pixels need %d bytes, at most %d are possible; ask for smaller images (--image-size)",
              count,
              each,
              bytes,
              LONGEST_ARRAY));
    }
    long all = listing.train().size() + (long) listing.test().size();
    Memory.require(
        root, String.format(Locale.ROOT, "%d images of %s pixels", all, each), all * pixels);
  }

  private PixelStore store(List<LabelledFile> files, ImageSize each) throws IOException {
    PixelStore store = new PixelStore(root, files.size(), each);
    for (LabelledFile file : files) {
      byte[] bytes = ImageDecoder.readBytes(file.path());
      digest.add(file.path(), bytes);
      PixelImage image = ImageDecoder.decode(file.path(), bytes);
      store.add(
          channels.isPresent()
              ? image.withChannels(channels.getAsInt())
              : image.withoutNeedlessColour());
    }
    return store;
  }

  private static Dataset dataset(
      Shape shape, PixelStore store, List<LabelledFile> files, List<String> classNames)
      throws InvalidFileException {
    return new Dataset(
        shape,
        store.pixels(shape.channels()),
        files.stream().mapToInt(LabelledFile::label).toArray(),
        classNames);
  }

  private Split split(Dataset all) throws InvalidFileException {
    if (Math.round(TEST_SHARE * all.size()) < 1) {
      throw new InvalidFileException(
          root,
          String.format(
              Locale.ROOT,
              "a tenth of its %d images is to be the test set, which is less than one image; add images, or make folders train and test",
              all.size()));
    }
    return all.split(TEST_SHARE, TEST_SEED);
  }
}
