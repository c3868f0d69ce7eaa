package dev.plenum.datasets.internal.image;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/** Many files in little memory: a dozen bytes for each, and what the last part of its name takes. */
final class FileList extends AbstractList<LabelledFile> implements RandomAccess {
  private static final int FIRST_ROOM = 16;

  private final List<Folder> folders = new ArrayList<>();
  private int[] folderOf = new int[FIRST_ROOM];
  private int[] labels = new int[FIRST_ROOM];
  /** Where each name ends. */
  private int[] ends = new int[FIRST_ROOM];

  private byte[] names = new byte[FIRST_ROOM];
  private int size;
  /** Files whose names in the dataset are not those on the disk. */
  private final Map<Integer, LabelledFile> others = new HashMap<>();

  /**
   * Where files are that follow each other.
   *
   * @param path the folder
   * @param prefix what their names in the dataset begin with
   */
  private record Folder(Path path, String prefix) {}

  /** Adds one; before the list is handed on. */
  void append(LabelledFile file) {
    int slash = file.name().lastIndexOf('/') + 1;
    byte[] name = file.name().substring(slash).getBytes(StandardCharsets.UTF_8);
    requireRoom(name.length);
    folderOf[size] = folder(file.path().resolveSibling(""), file.name().substring(0, slash));
    labels[size] = file.label();
    int start = start(size);
    System.arraycopy(name, 0, names, start, name.length);
    ends[size] = start + name.length;
    if (!isMade(file)) {
      others.put(size, file);
    }
    size++;
  }

  private boolean isMade(LabelledFile file) {
    try {
      return made(size).equals(file);
    } catch (InvalidPathException e) {
      return false; // the locale's charset has not all of its letters
    }
  }

  private void requireRoom(int more) {
    if (size == ends.length) {
      folderOf = Arrays.copyOf(folderOf, 2 * size);
      labels = Arrays.copyOf(labels, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    int needed = Math.addExact(start(size), more);
    if (needed > names.length) {
      names = Arrays.copyOf(names, (int) Math.min(Integer.MAX_VALUE - 8, 2L * needed));
    }
  }

  private int folder(Path path, String prefix) {
    Folder folder = new Folder(path, prefix);
    if (folders.isEmpty() || !folders.get(folders.size() - 1).equals(folder)) {
      folders.add(folder);
    }
    return folders.size() - 1;
  }

  private int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  private LabelledFile made(int index) {
    int start = start(index);
    String name = new String(names, start, ends[index] - start, StandardCharsets.UTF_8);
    Folder folder = folders.get(folderOf[index]);
    return new LabelledFile(folder.path().resolve(name), folder.prefix() + name, labels[index]);
  }

  @Override
  public LabelledFile get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    LabelledFile other = others.get(index);
    return other == null ? made(index) : other;
  }

  @Override
  public int size() {
    return size;
  }
}
