package dev.plenum.app.fuzz;

import dev.plenum.datasets.Datasets;
import dev.plenum.datasets.ImageFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders of pictures, of which one is damaged or the folder's form is wrong. */
final class ImageFolderTarget implements Target {
  private static final List<String> NAMES = List.of("1.png", ".hidden", "text.txt", "a b.jpg");
  private static final List<String> CLASSES = List.of("cat", "dog", "line\nbreak", " ", "train");

  private final ImageTarget pictures;

  ImageFolderTarget(ImageTarget pictures) {
    this.pictures = pictures;
  }

  @Override
  public String name() {
    return "image folders";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    Path root = Files.createDirectory(folder.resolve("pictures"));
    for (String part : chance.oneIn(2) ? List.of("train", "test") : List.of("")) {
      for (String name : List.of("cat", "dog")) {
        fill(Files.createDirectories(root.resolve(part).resolve(name)), chance);
      }
    }
    if (chance.oneIn(3)) {
      spoil(root, chance);
    }
    ImageFolder dataset = Datasets.folder(root);
    if (chance.oneIn(4)) {
      dataset.audit();
      return;
    }
    (chance.oneIn(2) ? dataset.imageSize(chance.between(1, 40), 12) : dataset).load();
  }

  private void fill(Path folder, Chance chance) throws IOException {
    for (int i = 0; i < 3; i++) {
      Files.write(
          folder.resolve(i + ".png"),
          chance.oneIn(8) ? pictures.damaged(chance) : pictures.intact(chance));
    }
  }

  /** Something that does not belong there. */
  private void spoil(Path root, Chance chance) throws IOException {
    Path place = root.resolve(chance.of(List.of("", "cat", "train", "train/dog", "test/new")));
    Files.createDirectories(place);
    Path entry = place.resolve(chance.of(NAMES));
    switch (chance.below(5)) {
      case 0 -> fill(Files.createDirectories(place.resolve(chance.of(CLASSES))), chance);
      case 1 -> Files.createSymbolicLink(place.resolve("link"), Path.of("nowhere"));
      case 2 -> Files.createSymbolicLink(place.resolve("loop"), root);
      case 3 -> Files.write(entry, chance.bytes(20));
      default -> Files.write(entry, pictures.intact(chance));
    }
  }
}
