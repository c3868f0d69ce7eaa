package dev.plenum.datasets;

import dev.plenum.api.service.Providers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A kind of file or folder that datasets come in: the service interface by which {@link ServiceLoader}
 * finds them, so that the path alone is enough to open a dataset.
 */
public interface DatasetFormat {

  /** {@return what it is, in a few words, with the usual endings of such files} */
  String description();

  /**
   * {@return whether a file or folder is of this format: by how it begins and by names in it} It may be
   * damaged still.
   *
   * @param path exists
   * @throws IOException if it cannot be read
   */
  boolean recognizes(Path path) throws IOException;

  /**
   * {@return the dataset in a file or folder of this format} Reads nothing yet.
   *
   * @param path is {@linkplain #recognizes recognized}
   */
  DatasetSource open(Path path);

  /** {@return whether it takes what no other format recognizes, and so is asked last} */
  default boolean isLast() {
    return false;
  }

  /**
   * {@return all that are found, where {@link Providers} looks} The first one that recognizes a path is
   * taken.
   */
  static List<DatasetFormat> all() {
    return Providers.all(
            DatasetFormat.class,
            loader -> ServiceLoader.load(DatasetFormat.class, loader),
            layer -> ServiceLoader.load(layer, DatasetFormat.class))
        .stream()
        .sorted(Comparator.comparing(DatasetFormat::isLast))
        .toList();
  }
}
