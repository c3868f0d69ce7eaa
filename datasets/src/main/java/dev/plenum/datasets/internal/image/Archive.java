package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.InvalidFileException;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of an archive, which stay packed in it until they are read. */
final class Archive implements FileTree {
  private static final int MOST_CHARACTERS = 1000;

  private final Path file;
  private final Closeable packed;
  private final Map<Path, List<Path>> folders = new HashMap<>();
  /** Without a content what is no file: a link, a device. */
  private final Map<Path, Optional<Content>> entries = new HashMap<>();

  /** A packed file. */
  interface Content {
    /** Its unpacked length in bytes. */
    long size();

    /** Begins to unpack it. */
    InputStream open() throws IOException;
  }

  /**
   * An archive without entries yet.
   *
   * @param packed is closed with this
   */
  Archive(Path file, Closeable packed) {
    this.file = file;
    this.packed = packed;
    folders.put(file, new ArrayList<>());
  }

  /** Adds a folder, and those that it is in. */
  void addFolder(String name) throws InvalidFileException {
    folder(path(name));
  }

  /**
   * Adds an entry that is no folder.
   *
   * @param content empty if it is no file either
   * @throws InvalidFileException if its name leads out of the archive, or is there twice
   */
  void add(String name, Optional<Content> content) throws InvalidFileException {
    Path path = path(name);
    Path parent = path.getParent();
    if (path.equals(file) || parent == null || folders.containsKey(path)) {
      throw twice(path);
    }
    if (entries.put(path, content) != null) {
      throw twice(path);
    }
    folder(parent).add(path);
  }

  private InvalidFileException twice(Path path) {
    return new InvalidFileException(
        file, "two of its entries are called " + (path.equals(file) ? "/" : file.relativize(path)));
  }

  private List<Path> folder(Path path) throws InvalidFileException {
    List<Path> known = folders.get(path);
    if (known != null) {
      return known;
    }
    Path parent = path.getParent();
    if (parent == null || entries.containsKey(path)) {
      throw twice(path);
    }
    folder(parent).add(path);
    List<Path> made = new ArrayList<>();
    folders.put(path, made);
    return made;
  }

  private Path path(String name) throws InvalidFileException {
    if (name.length() > MOST_CHARACTERS) {
      throw new InvalidFileException(
          file,
          "an entry has a name of %s characters; at most %s are read"
              .formatted(name.length(), MOST_CHARACTERS));
    }
    Path path = file;
    for (String part : name.split("/", -1)) {
      if (part.equals("..")) {
        throw new InvalidFileException(file, "an entry leads out of the archive: " + name);
      }
      if (!part.isEmpty() && !part.equals(".")) {
        path = resolve(path, part);
      }
    }
    return path;
  }

  private Path resolve(Path folder, String name) throws InvalidFileException {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      throw new InvalidFileException(
          file, "an entry has a name that no file can have here: " + e.getReason());
    }
  }

  @Override
  public boolean exists(Path path) {
    return folders.containsKey(path) || entries.containsKey(path);
  }

  @Override
  public boolean isFolder(Path path) {
    return folders.containsKey(path);
  }

  @Override
  public boolean isFile(Path path) {
    return content(path) != null;
  }

  @Override
  public boolean isLink(Path path) {
    return false;
  }

  private @Nullable Content content(Path path) {
    return entries.getOrDefault(path, Optional.empty()).orElse(null);
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    List<Path> found = folders.get(folder);
    if (found == null) {
      throw new FileNotFoundException("there is no such folder in the archive");
    }
    return List.copyOf(found);
  }

  @Override
  public long size(Path path) throws IOException {
    return required(path).size();
  }

  @Override
  public long heldIn(Path file) throws IOException {
    return size(file);
  }

  @Override
  public long modified(Path path) throws IOException {
    return FileTree.DISK.modified(file);
  }

  @Override
  public InputStream open(Path path) throws IOException {
    return required(path).open();
  }

  private Content required(Path path) throws IOException {
    Content content = content(path);
    if (content == null) {
      throw new FileNotFoundException("there is no such file in the archive");
    }
    return content;
  }

  @Override
  public void close() throws IOException {
    packed.close();
  }
}
