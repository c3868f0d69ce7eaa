package dev.plenum.datasets.internal.image;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The files in class folders that are no images and do not pretend to be: notes, tables. */
final class LeftOut {
  private static final int MOST_SHOWN = 5;

  /** Of images and what else holds pixels, also of kinds that cannot be read here. */
  private static final Set<String> PICTURE_ENDINGS = Set.of(
      "png", "apng", "jpg", "jpeg", "jpe", "jfif", "pjpeg", "gif", "bmp", "dib", "webp", "tif",
      "tiff", "ppm", "pgm", "pbm", "pnm", "pam", "heic", "heif", "avif", "jxl", "jp2", "j2k", "ico",
      "svg", "psd", "tga", "pcx", "exr", "hdr", "raw", "dng", "cr2", "cr3", "nef", "arw", "orf",
      "dcm", "npy", "npz", "mat");

  private final FileTree tree;
  private final Path root;
  private final List<String> files = new ArrayList<>();

  LeftOut(FileTree tree, Path root) {
    this.tree = tree;
    this.root = root;
  }

  /**
   * Whether an entry of a class folder is left out: its ending says that it is no image, and neither
   * does its content.
   *
   * @throws IOException if it cannot be read
   */
  boolean takes(Entry entry) throws IOException {
    String name = entry.name();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean claimsNothing = ending.length() < name.length() && !PICTURE_ENDINGS.contains(ending);
    if (!claimsNothing || !tree.isFile(entry.path()) || ImageFormat.isImage(tree, entry.path())) {
      return false;
    }
    files.add(root.relativize(entry.path()).toString());
    return true;
  }

  /** Warns of them in one line, if there are any. */
  void warn() {
    if (!files.isEmpty()) {
      Logger logger = System.getLogger(LeftOut.class.getName());
      logger.log(
          Level.WARNING,
          "{0}: {1} files in class folders are no images and are left out: {2}{3}",
          root,
          files.size(),
          String.join(", ", files.subList(0, Math.min(MOST_SHOWN, files.size()))),
          files.size() > MOST_SHOWN ? " …" : "");
    }
  }
}
