package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Part;
import dev.plenum.datasets.spi.PackedImage;
import dev.plenum.datasets.spi.PackedImages;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Image files in other files, each at the path of its file with {@code row N} behind it. */
public final class PackedTree implements FileTree {
  private static final String ROW = "row ";

  private final Path place;
  private final PackedImages images;
  /** The last image that was read: its length is asked for too. */
  private Path lastPath = Path.of("");

  private byte[] lastBytes = {};

  /**
   * Reads nothing yet.
   *
   * @param place where they are, for messages
   * @param images are closed with this
   */
  public PackedTree(Path place, PackedImages images) {
    this.place = place;
    this.images = images;
  }

  /**
   * All images.
   *
   * @throws InvalidFileException if there are less than two classes, or a class or label cannot be
   */
  FolderListing listing() throws InvalidFileException {
    List<String> classNames = images.classNames();
    if (classNames.size() < 2 || Set.copyOf(classNames).size() < classNames.size()) {
      throw new InvalidFileException(
          place, "expected two or more classes of different names, found " + classNames);
    }
    for (String name : classNames) {
      if (name.isBlank() || name.indexOf('\n') >= 0) {
        throw new InvalidFileException(
            place, "the name of the class '%s' is empty or has a line break".formatted(name));
      }
    }
    Map<Part, List<LabelledFile>> files = new EnumMap<>(Part.class);
    for (Map.Entry<String, List<PackedImage>> part : images.parts().entrySet()) {
      files.put(
          Part.named(part.getKey()).orElseThrow(),
          part.getValue().stream()
              .map(image -> file(part.getKey(), image, classNames))
              .toList());
    }
    return new FolderListing(classNames, files);
  }

  private static LabelledFile file(String part, PackedImage image, List<String> classNames) {
    String name = "%s/%s/%s/%s"
        .formatted(part, classNames.get(image.label()), image.file().getFileName(), image.row());
    return new LabelledFile(image.file().resolve(ROW + image.row()), name, image.label());
  }

  @Override
  public boolean exists(Path path) {
    return isFile(path);
  }

  @Override
  public boolean isFolder(Path path) {
    return false;
  }

  @Override
  public boolean isFile(Path path) {
    return String.valueOf(path.getFileName()).startsWith(ROW);
  }

  @Override
  public boolean isLink(Path path) {
    return false;
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    throw new FileNotFoundException("there are no folders in it");
  }

  @Override
  public long size(Path path) throws IOException {
    return image(path).length;
  }

  @Override
  public long heldIn(Path path) throws IOException {
    return DISK.size(holder(path));
  }

  @Override
  public long modified(Path path) throws IOException {
    return DISK.modified(holder(path));
  }

  @Override
  public InputStream open(Path path) throws IOException {
    return new ByteArrayInputStream(image(path));
  }

  private static Path holder(Path path) throws FileNotFoundException {
    Path file = path.getParent();
    if (file == null) {
      throw new FileNotFoundException("there is no such image");
    }
    return file;
  }

  private synchronized byte[] image(Path path) throws IOException {
    if (!lastPath.equals(path)) {
      Path file = holder(path);
      long row = Long.parseLong(path.getFileName().toString().substring(ROW.length()));
      lastBytes = images.read(file, row);
      lastPath = path;
    }
    return lastBytes;
  }

  @Override
  public void close() throws IOException {
    images.close();
  }
}
