package dev.plenum.datasets.format;

import dev.plenum.api.data.TestImages;
import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.internal.PartedData;
import dev.plenum.datasets.internal.image.FolderReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A dataset in a file or folder that is read as a whole.
 *
 * @param form in what form it is, in a few words
 * @param path also its name: the last part of it
 * @param reader reads it
 */
record PartedSource(String form, Path path, Reader reader) implements DatasetSource {

  /** Reads a file or folder. */
  @FunctionalInterface
  interface Reader {
    PartedData read(Path path) throws IOException;
  }

  @Override
  public String name() {
    return FolderReader.name(path);
  }

  @Override
  public TrainTest load() throws IOException {
    return reader.read(path).trainTest(name());
  }

  @Override
  public TestImages loadTest() throws IOException {
    return reader.read(path).testImages(name());
  }
}
