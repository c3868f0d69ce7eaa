package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.Part;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which image files a dataset folder holds, and of which classes.
 *
 * @param classNames the names of the class folders, in order
 * @param files by part, in the order of the parts' names, which is the digest's; all as {@link
 *     Part#TRAIN} if the folder has no parts
 */
record FolderListing(List<String> classNames, Map<Part, List<LabelledFile>> files) {

  /** The files of a part. */
  List<LabelledFile> files(Part part) {
    return files.getOrDefault(part, List.of());
  }

  /** The part alone that models are measured by: test, else validation, else train. */
  FolderListing measured() {
    Part part = Stream.of(Part.TEST, Part.VALIDATION)
        .filter(files::containsKey)
        .findFirst()
        .orElse(Part.TRAIN);
    return new FolderListing(classNames, Map.of(part, files(part)));
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
