package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where in a dataset's folder the class folders are.
 *
 * @param tree where everything is
 * @param root the folder itself, or the one that alone is in it
 * @param parts the folders of its parts; empty if the class folders are in the root
 */
record FolderLayout(FileTree tree, Path root, Map<Part, Entry> parts) {
  private static final String EXPECTED =
      "expected only class folders, or folders called train, val and test (or training, valid,"
          + " validation, testing, each also with _set) and no others, with the class folders in them";

  /**
   * Looks at the folders, not at the images.
   *
   * @throws IOException if it has another form or cannot be read; the message names the place
   */
  static FolderLayout of(FileTree tree, Path root) throws IOException {
    List<Entry> folders = folders(tree, root);
    if (folders.size() == 1 && isWrapper(tree, folders.get(0))) {
      return of(tree, folders.get(0).path());
    }
    List<Entry> named =
        folders.stream().filter(entry -> part(entry).isPresent()).toList();
    boolean areParts = !named.isEmpty() && folders.stream().allMatch(FolderLayout::isLikeAPart);
    if (areParts || named.size() == folders.size() || holdsFolders(tree, named)) {
      return new FolderLayout(tree, root, parts(root, folders));
    }
    return new FolderLayout(tree, root, Map.of()); // a class may be called 'train'
  }

  /** The folder of a part, if the dataset has one. */
  Optional<Entry> part(Part part) {
    return Optional.ofNullable(parts.get(part));
  }

  /** Where the class folders of a part are: in the root if the dataset has no parts. */
  Path folder(Part part) {
    return part(part).map(Entry::path).orElse(root);
  }

  /** The parts' folders in the order of their names. */
  List<Entry> partsInNameOrder() {
    return parts.values().stream().sorted(Entries.BY_NAME).toList();
  }

  /** The part that models are measured by: test, else val, else train, which may be all there is. */
  Part measured() {
    return Stream.of(Part.TEST, Part.VALIDATION)
        .filter(parts::containsKey)
        .findFirst()
        .orElse(Part.TRAIN);
  }

  /** Such as {@code test1}: beside a folder train, no class is called so. */
  private static boolean isLikeAPart(Entry folder) {
    return Part.named(folder.name().replaceFirst("[-_ ]?[0-9]+$", "")).isPresent();
  }

  private static Optional<Part> part(Entry folder) {
    return Part.named(folder.name());
  }

  private static Map<Part, Entry> parts(Path root, List<Entry> folders)
      throws InvalidFileException {
    Map<Part, Entry> parts = new EnumMap<>(Part.class);
    for (Entry folder : folders) {
      Optional<Part> part = part(folder);
      if (part.isEmpty() || parts.put(part.get(), folder) != null) {
        throw new InvalidFileException(
            root, EXPECTED + "; found " + folders.stream().map(Entry::name).toList());
      }
    }
    return parts;
  }

  /** What an unpacked archive often is in: a folder alone, with folders and without images. */
  private static boolean isWrapper(FileTree tree, Entry folder) throws IOException {
    return part(folder).isEmpty()
        && !tree.isLink(folder.path())
        && holdsFolders(tree, List.of(folder))
        && images(tree, folder.path()) == 0;
  }

  private static boolean holdsFolders(FileTree tree, List<Entry> folders) throws IOException {
    for (Entry folder : folders) {
      if (!folders(tree, folder.path()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** The folders in a folder, in name order. */
  static List<Entry> folders(FileTree tree, Path parent) throws IOException {
    List<Entry> folders = new ArrayList<>(Entries.in(tree, parent));
    folders.removeIf(entry -> !tree.isFolder(entry.path()));
    return folders;
  }

  /** How many images lie in a folder itself. */
  static int images(FileTree tree, Path folder) throws IOException {
    int images = 0;
    for (Entry entry : Entries.in(tree, folder)) {
      images += ImageFormat.isImage(tree, entry.path()) ? 1 : 0;
    }
    return images;
  }
}
