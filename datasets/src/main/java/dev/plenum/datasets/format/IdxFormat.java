package dev.plenum.datasets.format;

import dev.plenum.datasets.DatasetFormat;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.Datasets;
import dev.plenum.datasets.IdxFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of IDX files; see {@link IdxFolder}. */
public final class IdxFormat implements DatasetFormat {
  @Override
  public String description() {
    return "a folder of IDX files, as MNIST and EMNIST have them";
  }

  @Override
  public boolean recognizes(Path path) throws IOException {
    return Files.isDirectory(path) && IdxFolder.isIn(path);
  }

  @Override
  public DatasetSource open(Path path) {
    return Datasets.idxFolder(path);
  }
}
