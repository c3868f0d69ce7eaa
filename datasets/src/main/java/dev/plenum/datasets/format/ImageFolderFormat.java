package dev.plenum.datasets.format;

import dev.plenum.datasets.DatasetFormat;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.Datasets;
import dev.plenum.datasets.ImageFolder;
import dev.plenum.datasets.internal.image.Archives;
import dev.plenum.datasets.internal.image.ListedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Class-named folders of images, archives and lists of them; see {@link ImageFolder}. Any other folder is one. */
public final class ImageFolderFormat implements DatasetFormat {
  @Override
  public String description() {
    return "a folder with a folder of images for each class, a zip or tar(.gz) archive of one, or a .csv list with the columns path, label and perhaps split";
  }

  @Override
  public boolean recognizes(Path path) throws IOException {
    return Files.isDirectory(path) || ListedFiles.isList(path) || Archives.isArchive(path);
  }

  /** Any other folder is one. */
  @Override
  public boolean isLast() {
    return true;
  }

  @Override
  public DatasetSource open(Path path) {
    return Datasets.folder(path);
  }
}
