package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All image files below a folder. */
public final class ImageTree {
  private ImageTree() {}

  /**
   * The images, folder by folder in name order.
   *
   * @throws IOException if it is not a folder, cannot be read, or has no image
   */
  public static List<Path> images(Path folder) throws IOException {
    List<Path> images = new ArrayList<>();
    collect(folder, images);
    if (images.isEmpty()) {
      throw new InvalidFileException(
          folder, "expected %s images, found none".formatted(ImageFormat.names()));
    }
    return images;
  }

  private static void collect(Path folder, List<Path> images) throws IOException {
    for (Entry each : Entries.in(folder)) {
      Path entry = each.path();
      if (Files.isDirectory(entry) && !Files.isSymbolicLink(entry)) {
        collect(entry, images);
      } else if (ImageFormat.isImage(entry)) {
        images.add(entry);
      }
    }
  }
}
