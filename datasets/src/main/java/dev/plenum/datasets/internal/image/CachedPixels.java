package dev.plenum.datasets.internal.image;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.PictureList;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.internal.HeapRoom;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Part;
import dev.plenum.datasets.internal.PartedData;
import dev.plenum.datasets.internal.pixels.PixelCache;
import dev.plenum.datasets.internal.pixels.PixelCacheException;
import dev.plenum.datasets.internal.pixels.PixelFile;
import dev.plenum.datasets.internal.pixels.PixelKey;
import dev.plenum.datasets.internal.pixels.PixelPlace;
import dev.plenum.datasets.internal.pixels.PixelWriter;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes datasets of listed files whose pixels are in a file of the cache: the one that an earlier run
 * left, or a new one.
 *
 * @param source the files
 * @param place the cache
 * @param asked the size that was asked for, if any
 */
record CachedPixels(FolderPixels source, PixelPlace place, Optional<ImageSize> asked) {
  private static final Logger LOG = System.getLogger(CachedPixels.class.getName());
  /** What is in the file beside the pixels, for each image and as a whole; a bit more than that. */
  private static final int MORE_BYTES = 2 * PictureList.DIGEST_BYTES + 4;

  /**
   * Reads all files, unless that was done earlier. Where the cache cannot be written to, but there is
   * room in memory, the pixels are kept there, with a warning.
   *
   * @throws IOException if files cannot be used, or there is no room for their pixels
   */
  PartedData read() throws IOException {
    Path folder = place
        .folder()
        .orElseThrow(
            () -> new InvalidFileException(
                source.root(),
                "its pixels are to be kept in a file, but there is no home folder for the cache; name a folder"));
    try {
      return data(file(new PixelCache(folder, place.mostBytes())));
    } catch (PixelCacheException e) {
      String problem = String.format(
          Locale.ROOT,
          "its pixels (%d MB) cannot be kept in the cache, the folder %s: %s",
          source.bytes(source.listing().size()) >> 20,
          folder,
          e.getMessage());
      if (!HeapRoom.has(source.bytes(source.listing().size()))) {
        throw new InvalidFileException(
            source.root(),
            problem + ". Make room there, choose another folder, or a smaller image size");
      }
      LOG.log(Level.WARNING, "{0}: {1}; they are kept in memory", source.root(), problem);
      return source.read();
    }
  }

  private PixelFile file(PixelCache cache) throws IOException {
    Stamps stamps = Stamps.of(source.tree(), source.listing().all());
    String key = key(stamps);
    Optional<PixelFile> found =
        source.bad().isEmpty() ? cache.find(key, source.listing().size()) : Optional.empty();
    return found.isPresent() ? found.get() : made(cache, key, stamps);
  }

  private String key(Stamps stamps) throws IOException {
    PixelKey key = new PixelKey();
    key.add(source.root().toRealPath().toString());
    key.add(
        "size",
        asked.map(ImageSize::height).orElse(0),
        asked.map(ImageSize::width).orElse(0));
    key.add("channels", source.preparer().channels().orElse(0));
    key.add(source.preparer().how().name());
    source.listing().files().forEach((part, files) -> key.add(part.name(), files.size()));
    stamps.addTo(key);
    return key.hex();
  }

  private PixelFile made(PixelCache cache, String key, Stamps stamps) throws IOException {
    List<LabelledFile> files = source.listing().all();
    BadFiles bad = source.bad().copy();
    PictureFiles pictures = new PictureFiles(source.tree(), bad, files.size(), source.bytes(1));
    try (PixelWriter writer = cache.begin(key, bytes(files))) {
      LOG.log(Level.DEBUG, "{0}: its pixels are kept in {1}", source.root(), cache.file(key));
      PixelStore store = new PixelStore(writer);
      pictures.read(files, stamps::requireUnchanged, source::prepared, store::add);
      bad.requireNone();
      store.widenTo(source.preparer().channels().orElse(PixelImage.GREY));
      PixelFile.Form form = new PixelFile.Form(
          key,
          pictures.sha256(),
          source.each().height(),
          source.each().width(),
          store.channels(),
          files.size());
      return writer.finish(form, pictures.digests(), cache.file(key));
    }
  }

  /** How long the file will be if the other images have as many channels as the first one. */
  private long bytes(List<LabelledFile> files) {
    boolean isGrey = files.stream()
        .findFirst()
        .flatMap(file -> PictureFiles.peek(source.tree(), file))
        .map(image -> source.prepared(image).channels() == PixelImage.GREY)
        .orElse(false);
    return source.bytes(files.size())
            / (isGrey && source.preparer().channels().isEmpty() ? PixelImage.RGB : 1)
        + (long) MORE_BYTES * files.size();
  }

  private PartedData data(PixelFile file) {
    PixelFile.Form form = file.form();
    Shape shape = Shape.of(form.height(), form.width(), form.channels());
    FolderListing listing = source.listing();
    Map<Part, Dataset> parts = new EnumMap<>(Part.class);
    int from = 0;
    for (Map.Entry<Part, List<LabelledFile>> part : listing.files().entrySet()) {
      int images = part.getValue().size();
      parts.put(
          part.getKey(),
          new Dataset(
              shape,
              file.pixels(from, images),
              listing.labels(part.getKey()),
              listing.classNames()));
      from += images;
    }
    return new PartedData(
        source.root(), parts, form.sha256(), new PictureList(listing.names(), file.pictures()));
  }
}
