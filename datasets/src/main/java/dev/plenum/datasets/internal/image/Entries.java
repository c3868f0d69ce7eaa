package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is in a folder, without hidden files and what systems leave behind, ordered by name (by code
 * points, as Python sorts).
 */
final class Entries {
  /** What macOS, Windows and storage boxes leave in folders and archives. */
  private static final Set<String> SYSTEM_FILES = Set.of(
      "__macosx",
      "icon\r",
      "thumbs.db",
      "ehthumbs.db",
      "desktop.ini",
      "@eadir",
      "$recycle.bin",
      "system volume information",
      "lost+found");

  /** By code points. */
  static final Comparator<String> NAMES =
      Comparator.comparing((String name) -> name.codePoints().toArray(), Arrays::compare);

  static final Comparator<Entry> BY_NAME =
      Comparator.comparing(Entry::name, NAMES).thenComparing(Entry::path);

  private Entries() {}

  /**
   * The visible files and folders in a folder.
   *
   * @throws IOException if it is not a folder or cannot be read
   */
  static List<Entry> in(FileTree tree, Path folder) throws IOException {
    if (!tree.isFolder(folder)) {
      throw new IOException(
          tree.exists(folder)
              ? folder + ": expected a folder of images, found a file"
              : folder + ": expected a folder of images, there is nothing of this name");
    }
    try {
      return tree.list(folder).stream()
          .map(Entry::of)
          .filter(Entries::isVisible)
          .sorted(BY_NAME)
          .toList();
    } catch (IOException e) {
      throw Reason.notReadable(folder, e);
    }
  }

  private static boolean isVisible(Entry entry) {
    String name = entry.name();
    return !name.startsWith(".") && !SYSTEM_FILES.contains(name.toLowerCase(Locale.ROOT));
  }
}
