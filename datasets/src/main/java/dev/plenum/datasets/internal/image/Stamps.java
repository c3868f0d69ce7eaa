package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.pixels.PixelKey;
import java.io.IOException;
import java.util.List;

/** How long files are and when they were changed last. */
final class Stamps {
  private final FileTree tree;
  private final List<LabelledFile> files;
  private final long[] sizes;
  private final long[] times;

  private Stamps(FileTree tree, List<LabelledFile> files) {
    this.tree = tree;
    this.files = files;
    this.sizes = new long[files.size()];
    this.times = new long[files.size()];
  }

  /** Of these files, now; a file that is gone is found out when it is read. */
  static Stamps of(FileTree tree, List<LabelledFile> files) {
    Stamps stamps = new Stamps(tree, files);
    for (int i = 0; i < stamps.sizes.length; i++) {
      try {
        stamps.sizes[i] = tree.heldIn(files.get(i).path());
        stamps.times[i] = tree.modified(files.get(i).path());
      } catch (IOException e) {
        stamps.sizes[i] = -1;
      }
    }
    return stamps;
  }

  void addTo(PixelKey key) {
    for (int i = 0; i < sizes.length; i++) {
      key.add(files.get(i).name(), sizes[i], times[i]);
    }
  }

  /**
   * Refuses a file that is another one now.
   *
   * @throws InvalidFileException if it is longer or shorter, or was changed since
   * @throws IOException if it is gone
   */
  void requireUnchanged(int index) throws IOException {
    LabelledFile file = files.get(index);
    if (tree.heldIn(file.path()) != sizes[index] || tree.modified(file.path()) != times[index]) {
      throw new InvalidFileException(
          file.path(), "it changed while the dataset was read; start again when it no longer does");
    }
  }
}
