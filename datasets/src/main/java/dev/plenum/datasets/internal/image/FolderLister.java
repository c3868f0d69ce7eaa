package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Lists the image files of a dataset folder by class and part. */
final class FolderLister {
  private final FolderLayout layout;
  private final BadFiles bad;
  private final LeftOut leftOut;

  /**
   * Lists nothing yet.
   *
   * @param bad gets the files that must not be where they are
   * @param leftOut gets the files that are not taken
   */
  FolderLister(FolderLayout layout, BadFiles bad, LeftOut leftOut) {
    this.layout = layout;
    this.bad = bad;
    this.leftOut = leftOut;
  }

  /**
   * What a model can be trained on.
   *
   * @throws IOException if there are no training images of two classes, or something cannot be read
   */
  FolderListing forTraining() throws IOException {
    if (!layout.parts().isEmpty() && !layout.parts().containsKey(Part.TRAIN)) {
      throw new InvalidFileException(
          layout.root(),
          "there are no training images: expected a folder train, found "
              + names(layout.partsInNameOrder()));
    }
    List<String> classNames = names(classFolders(Part.TRAIN));
    if (classNames.size() < 2) {
      throw new InvalidFileException(
          layout.folder(Part.TRAIN),
          "expected a folder of images for each of two or more classes, found only " + classNames);
    }
    return list(classNames, parts());
  }

  /** All that there are, in the order of their folders' names. */
  private List<Part> parts() {
    return layout.parts().isEmpty()
        ? List.of(Part.TRAIN)
        : layout.partsInNameOrder().stream()
            .flatMap(folder -> Part.named(folder.name()).stream())
            .toList();
  }

  /**
   * What there is to look at, even if no model can be trained on it: the classes are those of any part.
   *
   * @throws IOException if something cannot be read
   */
  FolderListing forAudit() throws IOException {
    Set<String> classNames = new TreeSet<>(Entries.NAMES);
    for (Part part : parts()) {
      classNames.addAll(names(classFolders(part)));
    }
    return list(List.copyOf(classNames), parts());
  }

  /**
   * What a model can be measured on: the part test, else val, else train, else all class folders, also
   * if there is only one.
   *
   * @throws IOException if something cannot be read
   */
  FolderListing forTest() throws IOException {
    Part measured = layout.measured();
    return list(names(classFolders(measured)), List.of(measured));
  }

  private static List<String> names(List<Entry> folders) {
    return folders.stream().map(Entry::name).toList();
  }

  private FolderListing list(List<String> classNames, List<Part> parts) throws IOException {
    Map<Part, List<LabelledFile>> files = new LinkedHashMap<>();
    if (!layout.parts().isEmpty()) {
      refuseImagesIn(layout.root());
    }
    for (Part part : parts) {
      refuseImagesIn(layout.folder(part));
      files.put(part, files(part, classNames));
    }
    return new FolderListing(classNames, files);
  }

  /** The class folders of a part. Files beside them are none of the dataset's, unless images. */
  private List<Entry> classFolders(Part part) throws IOException {
    Path parent = layout.folder(part);
    List<Entry> folders = FolderLayout.folders(layout.tree(), parent);
    if (folders.isEmpty()) {
      throw new InvalidFileException(parent, withoutFolders(layout.tree(), parent));
    }
    for (Entry folder : withGoodNames(folders)) {
      if (folder.name().indexOf('\n') >= 0) {
        throw new InvalidFileException(
            parent,
            "the name of the class folder '%s' has a line break; rename it"
                .formatted(folder.name()));
      }
    }
    return folders;
  }

  private static String withoutFolders(FileTree tree, Path parent) throws IOException {
    int images = FolderLayout.images(tree, parent);
    if (images > 0) {
      return String.format(
          Locale.ROOT,
          "expected a folder for each class, found %d images and no folders. Put the images of each"
              + " class into a folder of the class's name, such as cat/1.png; images whose class is not"
              + " known can be classified, but no model can be trained on or measured by them: if these"
              + " are such, move their folder elsewhere",
          images);
    }
    List<String> files =
        Entries.in(tree, parent).stream().map(Entry::name).limit(5).toList();
    boolean areArchives =
        files.stream().anyMatch(file -> file.matches("(?i).*[.](zip|tar|t?gz|7z)"));
    return "expected a folder of images for each of two or more classes, found no folders"
        + (files.isEmpty() ? "" : ", only such files as " + files)
        + (areArchives ? "; archives in it must be unpacked first" : "");
  }

  private List<LabelledFile> files(Part part, List<String> classNames) throws IOException {
    FileList files = new FileList();
    for (Entry folder : classFolders(part)) {
      int label = classNames.indexOf(folder.name());
      if (label < 0) {
        throw new InvalidFileException(
            folder.path(),
            "there are images of a class without training images; the classes are " + classNames);
      }
      files(part, folder, label).forEach(files::append);
    }
    return files;
  }

  private List<LabelledFile> files(Part part, Entry folder, int label) throws IOException {
    String parents = layout.part(part).map(entry -> entry.name() + "/").orElse("");
    List<LabelledFile> files = new ArrayList<>();
    int notTaken = 0;
    List<Entry> entries = withGoodNames(Entries.in(layout.tree(), folder.path()));
    for (Entry entry : entries) {
      if (leftOut.takes(entry)) {
        notTaken++;
      } else if (layout.tree().isFile(entry.path())) {
        files.add(
            new LabelledFile(entry.path(), parents + folder.name() + "/" + entry.name(), label));
      } else {
        bad.add(
            entry.path(),
            "expected an image file in a class folder, found "
                + (layout.tree().isFolder(entry.path())
                    ? "a folder"
                    : "something else or a broken link"));
      }
    }
    if (notTaken == entries.size()) {
      bad.add(folder.path(), "the class folder is empty; expected images in it");
    }
    return files;
  }

  private void refuseImagesIn(Path folder) throws IOException {
    for (Entry entry : Entries.in(layout.tree(), folder)) {
      if (ImageFormat.isImage(layout.tree(), entry.path())) {
        bad.add(
            entry.path(), "found an image outside of the class folders; move it into one of them");
      }
    }
  }

  /** Names must mean the same everywhere, and each but one file. */
  private List<Entry> withGoodNames(List<Entry> entries) {
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (!entry.isText()) {
        bad.add(entry.path(), "its name is not in UTF-8; rename it");
      } else if (i > 0 && entry.name().equals(entries.get(i - 1).name())) {
        bad.add(
            entry.path(),
            "there are two of this name, which differ only by how its accents are stored; rename one");
      }
    }
    return entries;
  }
}
