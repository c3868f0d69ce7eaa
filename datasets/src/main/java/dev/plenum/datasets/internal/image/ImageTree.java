package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.InvalidFileException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All image files below a folder. */
public final class ImageTree {
  private static final Logger LOG = System.getLogger(ImageTree.class.getName());

  private final List<Path> images = new ArrayList<>();
  /** Pictures that cannot be read. */
  private final List<Path> leftOut = new ArrayList<>();

  private ImageTree() {}

  /**
   * The images, folder by folder in name order.
   *
   * @throws IOException if it is not a folder, cannot be read, or has no image
   */
  public static List<Path> images(Path folder) throws IOException {
    ImageTree tree = new ImageTree();
    tree.collect(folder);
    if (tree.images.isEmpty()) {
      throw new InvalidFileException(
          folder, "expected %s images, found none".formatted(ImageFormat.NAMES) + tree.others());
    }
    if (!tree.leftOut.isEmpty()) {
      LOG.log(Level.WARNING, "{0}: {1}", folder, tree.others().substring(2));
    }
    return tree.images;
  }

  private void collect(Path folder) throws IOException {
    for (Entry each : Entries.in(FileTree.DISK, folder)) {
      Path entry = each.path();
      if (Files.isDirectory(entry) && !Files.isSymbolicLink(entry)) {
        collect(entry);
      } else if (Files.isRegularFile(entry)) {
        byte[] head = ImageFormat.head(FileTree.DISK, entry);
        if (ImageFormat.of(head).isPresent()) {
          images.add(entry);
        } else if (ForeignFormat.of(head).isPresent()) {
          leftOut.add(entry);
        }
      }
    }
  }

  /** What was left out, as the end of a sentence; empty if nothing. */
  private String others() throws IOException {
    if (leftOut.isEmpty()) {
      return "";
    }
    Path first = leftOut.get(0);
    return String.format(
        Locale.ROOT,
        "; %d files are of other formats and left out; the first, %s, is %s",
        leftOut.size(),
        first,
        ImageFormat.describe(ImageFormat.head(FileTree.DISK, first)));
  }
}
