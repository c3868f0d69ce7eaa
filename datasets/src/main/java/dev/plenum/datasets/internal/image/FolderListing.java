package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.Part;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Which image files a dataset folder holds, and of which classes.
 *
 * @param classNames the names of the class folders, in order
 * @param files by part, in the order of the parts' names, which is the digest's; all as {@link
 *     Part#TRAIN} if the folder has no parts
 * @param groups by part, what says of each file which others it belongs to; empty if it is not known
 */
record FolderListing(
    List<String> classNames, Map<Part, List<LabelledFile>> files, Map<Part, List<String>> groups) {

  FolderListing(List<String> classNames, Map<Part, List<LabelledFile>> files) {
    this(classNames, files, Map.of());
  }

  /** The files of a part. */
  List<LabelledFile> files(Part part) {
    return files.getOrDefault(part, List.of());
  }

  /** The classes of the files of a part. */
  int[] labels(Part part) {
    return files(part).stream().mapToInt(LabelledFile::label).toArray();
  }

  /** The part alone that models are measured by: test, else validation, else train. */
  FolderListing measured() {
    Part part = Stream.of(Part.TEST, Part.VALIDATION)
        .filter(files::containsKey)
        .findFirst()
        .orElse(Part.TRAIN);
    return new FolderListing(classNames, Map.of(part, files(part)));
  }

  /** The files of all parts, in the digest's order. */
  List<LabelledFile> all() {
    List<List<LabelledFile>> parts = List.copyOf(files.values());
    return view(size(), index -> {
      int within = index;
      int part = 0;
      while (within >= parts.get(part).size()) {
        within -= parts.get(part).size();
        part++;
      }
      return parts.get(part).get(within);
    });
  }

  /** The names of all files, in the same order. */
  List<String> names() {
    List<LabelledFile> all = all();
    return view(all.size(), index -> all.get(index).name());
  }

  /** A list whose elements are made when they are asked for. */
  private static <T> List<T> view(int size, IntFunction<T> element) {
    return new AbstractList<>() {
      @Override
      public T get(int index) {
        Objects.checkIndex(index, size);
        return element.apply(index);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  /** The number of all files. */
  int size() {
    return files.values().stream().mapToInt(List::size).sum();
  }

  /** The number of files of the largest part. */
  int largest() {
    return files.values().stream().mapToInt(List::size).max().orElse(0);
  }
}
