package dev.plenum.app.dataset;

import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.NamedSettings;
import dev.plenum.app.config.Settings;
import dev.plenum.app.progress.Progress;
import dev.plenum.datasets.DatasetProvider;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.Datasets;
import dev.plenum.datasets.ForeignData;
import dev.plenum.datasets.IdxFamily;
import dev.plenum.datasets.IdxFolder;
import dev.plenum.datasets.ImageFolder;
import dev.plenum.datasets.NamedDataset;
import dev.plenum.interchange.keras.PictureSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the dataset that was asked for. */
public final class DatasetSources {
  private final Settings settings;
  private final Progress progress;
  private final Path workingDirectory;

  /** Finds datasets as these settings say, and shows downloads. */
  public DatasetSources(Settings settings, Progress progress, Path workingDirectory) {
    this.settings = settings;
    this.progress = progress;
    this.workingDirectory = workingDirectory;
  }

  /**
   * The dataset of the settings.
   *
   * @throws dev.plenum.app.config.UsageException if there is no such dataset or folder
   */
  public DatasetSource configured() {
    return find(settings.get(Keys.DATASET), Optional.empty());
  }

  /**
   * The dataset of the settings with images as a model takes them.
   *
   * @throws dev.plenum.app.config.UsageException if there is no such dataset or folder
   */
  public DatasetSource configuredFor(Shape images) {
    return find(settings.get(Keys.DATASET), Optional.of(images));
  }

  /** A dataset that is known by name. */
  public DatasetSource known(NamedDataset dataset) {
    requireNoPictureSize(dataset.displayName());
    return dataset.family().<DatasetSource>map(Downloaded::new).orElseGet(Datasets::digits);
  }

  /** The files of a dataset that has some, looked for where the settings say. */
  public IdxFamily withDataDir(IdxFamily family) {
    return settings.find(Keys.DATA_DIR).map(family::dataDir).orElse(family);
  }

  private DatasetSource find(String name, Optional<Shape> images) {
    return NamedDataset.named(name)
        .map(this::known)
        .or(() -> provided(name))
        .orElseGet(() -> folder(name, images));
  }

  /** A dataset that a user's jar provides: its name, or that with settings behind a colon. */
  private Optional<DatasetSource> provided(String text) {
    return DatasetProvider.all().stream()
        .filter(one -> text.equals(one.name()) || text.startsWith(one.name() + ":"))
        .findFirst()
        .map(provider -> {
          requireNoPictureSize(provider.name());
          try {
            return provider.source(NamedSettings.parse(text).get(0).settings());
          } catch (IllegalArgumentException e) {
            throw settings.refuse(Keys.DATASET, provider.name() + ": " + e.getMessage());
          }
        });
  }

  /** The names of all datasets that have one. */
  private static List<String> names() {
    return Stream.concat(
            NamedDataset.names().stream(),
            DatasetProvider.all().stream().map(DatasetProvider::name))
        .toList();
  }

  private DatasetSource folder(String name, Optional<Shape> images) {
    Path dir = resolve(name);
    if (!Files.isDirectory(dir)) {
      String elsewhere = settings.isOption(Keys.DATASET)
          ? ""
          : ". If it lies elsewhere now, say where with " + Keys.DATASET.option();
      throw settings.refuse(Keys.DATASET, noFolder(name, Files.exists(dir)) + elsewhere);
    }
    if (holdsIdxFiles(dir)) {
      requireNoPictureSize(name);
      return Datasets.idxFolder(dir);
    }
    ImageFolder folder = Datasets.folder(dir);
    if (images.isPresent()) {
      folder = folder.channels(images.get().channels());
    }
    Optional<PictureSize> size = settings
        .find(Keys.IMAGE_SIZE)
        .or(() -> images.map(shape -> new PictureSize(shape.height(), shape.width())));
    return size.isPresent() ? folder.imageSize(size.get().height(), size.get().width()) : folder;
  }

  private static String noFolder(String name, boolean isFile) {
    String found = isFile
        ? "'%s' is a file%s, not a folder"
            .formatted(
                name, ForeignData.kindOf(name).map(kind -> " (" + kind + ")").orElse(""))
        : "there is no dataset and no folder '%s'".formatted(name);
    return found
        + "; there can be given: one of the datasets %s, a folder with a folder of images for each class, or a folder of IDX files"
            .formatted(String.join(", ", names()));
  }

  private static boolean holdsIdxFiles(Path dir) {
    try {
      return IdxFolder.isIn(dir);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireNoPictureSize(String name) {
    if (settings.find(Keys.IMAGE_SIZE).isPresent()) {
      throw settings.refuse(
          Keys.IMAGE_SIZE,
          "only images that are files of their own can be scaled, not those of '%s'"
              .formatted(name));
    }
  }

  private Path resolve(String name) {
    try {
      return workingDirectory.resolve(name);
    } catch (InvalidPathException e) {
      throw settings.refuse(Keys.DATASET, "'%s' is no path: %s".formatted(name, e.getReason()));
    }
  }

  /** Shows the downloads of a family while it is loaded. */
  private final class Downloaded implements DatasetSource {
    private final IdxFamily family;

    Downloaded(IdxFamily family) {
      this.family = withDataDir(family);
    }

    @Override
    public String name() {
      return family.name();
    }

    @Override
    public TrainTest load() throws IOException {
      try (Progress.Downloads downloads = progress.downloads()) {
        return family.progress(downloads).load();
      }
    }
  }
}
