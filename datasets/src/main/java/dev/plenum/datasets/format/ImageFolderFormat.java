package dev.plenum.datasets.format;

import dev.plenum.datasets.DatasetFormat;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.Datasets;
import dev.plenum.datasets.ImageFolder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Class-named folders of images; see {@link ImageFolder}. What no other format recognizes is one. */
public final class ImageFolderFormat implements DatasetFormat {
  @Override
  public String description() {
    return "a folder with a folder of images for each class";
  }

  @Override
  public boolean recognizes(Path path) {
    return Files.isDirectory(path);
  }

  @Override
  public DatasetSource open(Path path) {
    return Datasets.folder(path);
  }
}
