package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What is in a folder, without hidden files, ordered by name (by UTF-16 code units). */
final class Entries {
  /** What Windows leaves in folders. */
  private static final Set<String> SYSTEM_FILES = Set.of("thumbs.db", "desktop.ini");

  private Entries() {}

  /**
   * The visible files and folders in a folder.
   *
   * @throws IOException if it is not a folder or cannot be read
   */
  static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          Files.exists(folder)
              ? folder + ": expected a folder of images, found a file"
              : folder + ": expected a folder of images, there is nothing of this name");
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Entries::isVisible)
          .sorted(Comparator.comparing(Entries::name))
          .toList();
    } catch (IOException e) {
      throw Reason.notReadable(folder, e);
    }
  }

  static String name(Path entry) {
    return String.valueOf(entry.getFileName());
  }

  private static boolean isVisible(Path entry) {
    String name = name(entry);
    return !name.startsWith(".") && !SYSTEM_FILES.contains(name.toLowerCase(Locale.ROOT));
  }
}
