package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which image files a dataset folder holds, and of which classes.
 *
 * @param classNames the names of the class folders, in order
 * @param train the images to train on; all, if the folder has no test images of its own
 * @param test the test images; empty if the folder has none of its own
 */
record FolderListing(List<String> classNames, List<LabelledFile> train, List<LabelledFile> test) {
  private static final String TRAIN = "train";
  private static final String TEST = "test";

  /**
   * Lists a folder with {@code train} and {@code test}, or with class folders only.
   *
   * @throws IOException if it has another form or cannot be read; the message names the place
   */
  static FolderListing of(Path root) throws IOException {
    List<Path> folders = folders(root);
    List<String> names = folders.stream().map(Entries::name).toList();
    if (!names.contains(TRAIN) && !names.contains(TEST)) {
      List<String> classNames = classNames(root, folders);
      return new FolderListing(classNames, images(root, classNames, classNames), List.of());
    }
    requireBothParts(root, names);
    return ofParts(root.resolve(TRAIN), root.resolve(TEST));
  }

  private static void requireBothParts(Path root, List<String> names) throws IOException {
    if (!names.equals(List.of(TEST, TRAIN))) {
      throw new InvalidFileException(
          root,
          "expected the folders train and test and no others, or only class folders; found "
              + names);
    }
  }

  private static FolderListing ofParts(Path train, Path test) throws IOException {
    List<String> classNames = classNames(train, folders(train));
    List<String> testNames = folders(test).stream().map(Entries::name).toList();
    for (String name : testNames) {
      if (!classNames.contains(name)) {
        throw new InvalidFileException(
            test.resolve(name),
            "there are test images of a class without training images; the classes in %s are %s"
                .formatted(train, classNames));
      }
    }
    if (testNames.isEmpty()) {
      throw new InvalidFileException(test, "expected class folders like those in " + train);
    }
    return new FolderListing(
        classNames, images(train, classNames, classNames), images(test, testNames, classNames));
  }

  /** The folders in a folder. Files beside them are none of the dataset's, unless they are images. */
  private static List<Path> folders(Path parent) throws IOException {
    List<Path> folders = new ArrayList<>();
    for (Path entry : Entries.in(parent)) {
      if (Files.isDirectory(entry)) {
        folders.add(entry);
      } else if (ImageFormat.isImage(entry)) {
        throw new InvalidFileException(
            entry, "found an image outside of the class folders; move it into one of them");
      }
    }
    return folders;
  }

  private static List<String> classNames(Path parent, List<Path> folders) throws IOException {
    List<String> names = folders.stream().map(Entries::name).toList();
    if (names.size() < 2) {
      throw new InvalidFileException(
          parent,
          "expected a folder of images for each of two or more classes, found "
              + (names.isEmpty() ? "no folders" : "only " + names));
    }
    for (String name : names) {
      if (name.indexOf('\n') >= 0) {
        throw new InvalidFileException(
            parent,
            "the name of the class folder '%s' has a line break; rename it".formatted(name));
      }
    }
    return names;
  }

  private static List<LabelledFile> images(Path parent, List<String> names, List<String> classNames)
      throws IOException {
    List<LabelledFile> files = new ArrayList<>();
    for (String name : names) {
      Path folder = parent.resolve(name);
      List<Path> entries = Entries.in(folder);
      if (entries.isEmpty()) {
        throw new InvalidFileException(folder, "the class folder is empty; expected images in it");
      }
      for (Path entry : entries) {
        requireFile(entry);
        files.add(new LabelledFile(entry, classNames.indexOf(name)));
      }
    }
    return files;
  }

  private static void requireFile(Path entry) throws InvalidFileException {
    if (!Files.isRegularFile(entry)) {
      throw new InvalidFileException(
          entry,
          "expected an image file in a class folder, found "
              + (Files.isDirectory(entry) ? "a folder" : "something else or a broken link"));
    }
  }
}
