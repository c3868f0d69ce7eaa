package dev.plenum.datasets;

import dev.plenum.api.service.NamedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a dataset by what users call it. */
public final class DatasetSearch {
  private DatasetSearch() {}

  /**
   * The dataset of a known name, that of a {@link DatasetProvider} (its name, or that with settings
   * behind a colon), or a folder of images or IDX files.
   *
   * @param workingDirectory relative paths start there
   * @throws NoSuchElementException if there is none; the message says what can be given
   * @throws IllegalArgumentException if a provider refuses its settings, or it is no path
   * @throws IOException if a folder cannot be read
   */
  public static DatasetSource find(String text, Path workingDirectory) throws IOException {
    Optional<DatasetSource> found =
        NamedDataset.named(text).map(NamedDataset::source).or(() -> provided(text));
    return found.isPresent() ? found.get() : folder(text, workingDirectory);
  }

  private static Optional<DatasetSource> provided(String text) {
    return DatasetProvider.all().stream()
        .filter(one -> text.equals(one.name()) || text.startsWith(one.name() + ":"))
        .findFirst()
        .map(provider -> {
          try {
            return provider.source(NamedSettings.parse(text).get(0).settings());
          } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(provider.name() + ": " + e.getMessage(), e);
          }
        });
  }

  private static DatasetSource folder(String text, Path workingDirectory) throws IOException {
    Path dir;
    try {
      dir = workingDirectory.resolve(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'%s' is no path: %s".formatted(text, e.getReason()), e);
    }
    if (!Files.isDirectory(dir)) {
      throw new NoSuchElementException(noFolder(text, Files.exists(dir)));
    }
    return IdxFolder.isIn(dir) ? Datasets.idxFolder(dir) : Datasets.folder(dir);
  }

  private static String noFolder(String text, boolean isFile) {
    String found = isFile
        ? "'%s' is a file%s, not a folder"
            .formatted(
                text, ForeignData.kindOf(text).map(kind -> " (" + kind + ")").orElse(""))
        : "there is no dataset and no folder '%s'".formatted(text);
    return found
        + "; there can be given: one of the datasets %s, a folder with a folder of images for each class, or a folder of IDX files"
            .formatted(String.join(", ", names()));
  }

  /** The names of all datasets that have one. */
  private static List<String> names() {
    return Stream.concat(
            NamedDataset.names().stream(),
            DatasetProvider.all().stream().map(DatasetProvider::name))
        .toList();
  }
}
