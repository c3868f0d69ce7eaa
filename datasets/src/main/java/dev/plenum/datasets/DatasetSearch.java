package dev.plenum.datasets;

import dev.plenum.api.service.NamedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds a dataset by what users call it. */
public final class DatasetSearch {
  private DatasetSearch() {}

  /**
   * {@return the dataset that users call so}
   *
   * @param text a known name, that of a {@link DatasetProvider} (its name, or that with settings behind a
   *     colon), or the path of a file or folder, see {@link #at}
   * @param workingDirectory relative paths start there
   * @throws NoSuchElementException if there is none; the message says what can be given
   * @throws IllegalArgumentException if a provider refuses its settings, or it is no path
   * @throws IOException if a file or folder cannot be read
   */
  public static DatasetSource find(String text, Path workingDirectory) throws IOException {
    Optional<DatasetSource> found =
        NamedDataset.named(text).map(NamedDataset::source).or(() -> provided(text));
    return found.isPresent() ? found.get() : at(path(text, workingDirectory), text);
  }

  /**
   * {@return the dataset in a file or folder, of whatever {@link DatasetFormat} it is}
   *
   * @param path a relative one begins at the process's working directory
   * @throws NoSuchElementException if there is nothing, or it is of none of them; the message says what
   *     can be given
   * @throws IOException if it cannot be read
   */
  public static DatasetSource at(Path path) throws IOException {
    return at(path, path.toString());
  }

  private static DatasetSource at(Path path, String shownAs) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchElementException(
          "there is no dataset, no file and no folder '%s'; ".formatted(shownAs) + possible());
    }
    for (DatasetFormat format : DatasetFormat.all()) {
      if (format.recognizes(path)) {
        return format.open(path);
      }
    }
    String kind = ForeignData.kindOf(shownAs).map(what -> " (" + what + ")").orElse("");
    throw new NoSuchElementException(
        "'%s' is a file%s of no format that is read; ".formatted(shownAs, kind) + possible());
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

  private static Path path(String text, Path workingDirectory) {
    try {
      return workingDirectory.resolve(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'%s' is no path: %s".formatted(text, e.getReason()), e);
    }
  }

  private static String possible() {
    return "there can be given: one of the datasets %s; %s"
        .formatted(
            String.join(", ", names()),
            DatasetFormat.all().stream()
                .map(DatasetFormat::description)
                .collect(Collectors.joining("; ")));
  }

  /** The names of all datasets that have one. */
  private static List<String> names() {
    return Stream.concat(
            NamedDataset.names().stream(),
            DatasetProvider.all().stream().map(DatasetProvider::name))
        .toList();
  }
}
