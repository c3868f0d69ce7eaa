package dev.plenum.datasets.internal.image;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.PictureList;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.internal.HeapRoom;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Part;
import dev.plenum.datasets.internal.PartedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes datasets of listed files, in memory.
 *
 * @param tree where the files are
 * @param root what they are in, for messages
 * @param listing the files
 * @param each the size that every image gets
 * @param preparer brings images to that size, and to their channels
 * @param bad the files that are known already to be of no use
 */
record FolderPixels(
    FileTree tree,
    Path root,
    FolderListing listing,
    ImageSize each,
    Preparer preparer,
    BadFiles bad) {

  /** How many bytes so many images take, in colour unless they are to be grey. */
  long bytes(long images) {
    return images * each.height() * each.width() * preparer.channels().orElse(PixelImage.RGB);
  }

  /** What is kept of an image: in its size, and without colours if it needs none. */
  PixelImage prepared(PixelImage image) {
    return preparer.prepared(image, each.height(), each.width());
  }

  /**
   * Reads all files.
   *
   * @throws IOException if some cannot be used, or there is no room for them
   */
  PartedData read() throws IOException {
    BadFiles all = bad.copy();
    PictureFiles pictures = new PictureFiles(tree, all, listing.size(), bytes(1));
    Map<Part, MemorySink> sinks = new EnumMap<>(Part.class);
    Map<Part, PixelStore> stores = new EnumMap<>(Part.class);
    requireRoom();
    for (Map.Entry<Part, List<LabelledFile>> part : listing.files().entrySet()) {
      MemorySink sink = new MemorySink(root, part.getValue().size(), each);
      PixelStore store = new PixelStore(sink);
      sinks.put(part.getKey(), sink);
      stores.put(part.getKey(), store);
      pictures.read(part.getValue(), index -> {}, this::prepared, store::add);
    }
    all.requireNone();
    int found = stores.values().stream().mapToInt(PixelStore::channels).max().orElseThrow();
    Map<Part, Dataset> parts = new EnumMap<>(Part.class);
    Shape shape = Shape.of(each.height(), each.width(), preparer.channels().orElse(found));
    for (PixelStore store : stores.values()) {
      store.widenTo(shape.channels());
    }
    sinks.forEach((part, sink) -> parts.put(
        part, new Dataset(shape, sink.pixels(), listing.labels(part), listing.classNames())));
    return new PartedData(
        root, parts, pictures.sha256(), new PictureList(listing.names(), pictures.digests()));
  }

  /** For all images in grey; a store asks for more when it turns to colours. */
  private void requireRoom() throws InvalidFileException {
    long bytes = bytes(listing.largest());
    if (bytes > HeapRoom.LONGEST_ARRAY) {
      throw new InvalidFileException(
          root,
          String.format(
              Locale.ROOT,
              "%d images of %s pixels need %d bytes, at most %d are possible in memory; ask for a smaller image size, or have their pixels kept in a file",
              listing.largest(),
              each,
              bytes,
              HeapRoom.LONGEST_ARRAY));
    }
    HeapRoom.require(
        root,
        String.format(Locale.ROOT, "%d images of %s pixels", listing.size(), each),
        (long) listing.size() * each.height() * each.width());
  }
}
