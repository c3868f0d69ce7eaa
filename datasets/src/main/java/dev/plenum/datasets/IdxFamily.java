package dev.plenum.datasets;

import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.download.DownloadSettings;
import dev.plenum.datasets.internal.download.Downloader;
import dev.plenum.datasets.internal.family.CacheLocation;
import dev.plenum.datasets.internal.family.Family;
import dev.plenum.datasets.internal.family.Family.SystemPackage;
import dev.plenum.datasets.internal.family.FamilyCache;
import dev.plenum.datasets.internal.family.FamilyFolder;
import dev.plenum.datasets.internal.family.FamilyReader;
import dev.plenum.datasets.internal.family.FamilyReader.Trust;
import dev.plenum.datasets.internal.family.PublishedFile;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A dataset of four IDX files, as MNIST is: {@code train-images-idx3-ubyte},
 * {@code train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte},
 * each gzipped (with {@code .gz}) or not.
 *
 * <p>With a data directory, the files are there or it is an error; any valid files will do. Without
 * one they are looked for in the cache, then where a package of the operating system puts them, then
 * downloaded to the cache; then their unpacked bytes must have the published SHA-256. The dataset's own
 * {@link TrainTest#sha256} is that of the four unpacked files one after another: training images,
 * training labels, test images, test labels. Immutable.
 */
public final class IdxFamily implements DatasetSource {
  private final Family family;
  private final Optional<Path> dataDir;
  private final Optional<Path> cacheDir;
  private final DownloadProgress progress;
  private final DownloadSettings settings;

  private IdxFamily(
      Family family,
      Optional<Path> dataDir,
      Optional<Path> cacheDir,
      DownloadProgress progress,
      DownloadSettings settings) {
    this.family = family;
    this.dataDir = dataDir;
    this.cacheDir = cacheDir;
    this.progress = progress;
    this.settings = settings;
  }

  static IdxFamily of(Family family) {
    return new IdxFamily(
        family,
        Optional.empty(),
        CacheLocation.ofProcess(),
        (file, bytes, total) -> {},
        DownloadSettings.defaults());
  }

  /**
   * {@return the same with files from a data directory, and from nowhere else}
   *
   * @param dir the files lie in {@code dir/<name>}, or in {@code dir} itself
   */
  public IdxFamily dataDir(Path dir) {
    return new IdxFamily(family, Optional.of(dir), cacheDir, progress, settings);
  }

  /**
   * {@return the same with another cache}
   *
   * @param dir the files lie in {@code dir/<name>}; the default is {@code $XDG_CACHE_HOME/plenum}, else
   *     {@code ~/.cache/plenum}
   */
  public IdxFamily cacheDir(Path dir) {
    return new IdxFamily(family, dataDir, Optional.of(dir), progress, settings);
  }

  /**
   * {@return the same with other places to download from}
   *
   * @param mirrors addresses of folders that hold the four gzipped files, the preferred one first
   * @throws IllegalArgumentException if there are none, or one is not an absolute http or https
   *     address without query
   */
  public IdxFamily mirrors(List<URI> mirrors) {
    if (mirrors.isEmpty()) {
      throw new IllegalArgumentException("at least one mirror is needed");
    }
    mirrors.forEach(IdxFamily::requireFolderAddress);
    return new IdxFamily(family.withMirrors(mirrors), dataDir, cacheDir, progress, settings);
  }

  private static void requireFolderAddress(URI mirror) {
    String scheme = String.valueOf(mirror.getScheme());
    boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
    if (!web
        || mirror.getHost() == null
        || mirror.getQuery() != null
        || mirror.getFragment() != null) {
      throw new IllegalArgumentException(
          "a mirror must be an address like https://example.org/folder/, found " + mirror);
    }
  }

  /**
   * {@return the same with a listener to downloads}
   *
   * @param progress called on the thread that loads the dataset
   */
  public IdxFamily progress(DownloadProgress progress) {
    return new IdxFamily(family, dataDir, cacheDir, progress, settings);
  }

  /** With other time-outs. */
  IdxFamily settings(DownloadSettings settings) {
    return new IdxFamily(family, dataDir, cacheDir, progress, settings);
  }

  @Override
  public String name() {
    return family.name();
  }

  /**
   * {@return the folder where all four files are now: in the data directory if there is one, else in the
   * cache or where a package of the operating system puts them} Uses no network and does not read the files.
   */
  public Optional<Path> locate() {
    return candidates().filter(FamilyFolder::isComplete).map(FamilyFolder::path).findFirst();
  }

  /**
   * Makes sure that the files are on this machine and good, and downloads them to the cache if they are
   * not.
   *
   * @return the folder where they are
   * @throws IOException as {@link #load}
   */
  public Path fetch() throws IOException {
    return obtain().folder();
  }

  /**
   * Reads the files from where {@link #locate} finds them; without a data directory, downloads them to
   * the cache where there are none or they are damaged.
   *
   * @throws IOException if they cannot be had or are damaged; the message says what was looked for or
   *     tried, and how to supply the files by hand
   */
  @Override
  public TrainTest load() throws IOException {
    return obtain().data();
  }

  private record Found(Path folder, TrainTest data) {}

  private Found obtain() throws IOException {
    if (dataDir.isPresent()) {
      return read(inDataDir(dataDir.get()), Trust.ANY_VALID);
    }
    for (FamilyFolder folder : candidates().filter(FamilyFolder::isComplete).toList()) {
      try {
        return read(folder, Trust.PUBLISHED_ONLY);
      } catch (InvalidFileException e) {
        Logger logger = System.getLogger(IdxFamily.class.getName());
        logger.log(
            Level.WARNING,
            "a file of {0} is damaged; it is looked for elsewhere or downloaded again: {1}",
            title(),
            e.getMessage());
      }
    }
    return read(download(), Trust.PUBLISHED_ONLY);
  }

  private Found read(FamilyFolder folder, Trust trust) throws IOException {
    return new Found(folder.path(), new FamilyReader(family, folder, trust).read());
  }

  private Stream<FamilyFolder> candidates() {
    if (dataDir.isPresent()) {
      return FamilyFolder.ofDataDir(dataDir.get(), family).stream();
    }
    return Stream.concat(
        cache().map(FamilyCache::folder).stream(),
        family
            .systemPackage()
            .map(SystemPackage::folder)
            .map(folder -> new FamilyFolder(folder, family))
            .stream());
  }

  private FamilyFolder inDataDir(Path dir) throws IOException {
    return candidates()
        .filter(FamilyFolder::isComplete)
        .findFirst()
        .orElseThrow(() -> new IOException(notIn(dir)));
  }

  private String notIn(Path dir) {
    if (!Files.isDirectory(dir)) {
      return "the data directory %s is not there; expected a folder with %s in its folder %s"
          .formatted(dir, title(), name());
    }
    String missing = candidates()
        .map(folder -> "%s lacks %s"
            .formatted(
                folder.path(),
                folder.missing().stream()
                    .map(PublishedFile::name)
                    .collect(Collectors.joining(", "))))
        .collect(Collectors.joining("; "));
    return "%s is not complete in the data directory %s (each file may be gzipped, with .gz, or not): %s. Add the files, or give no data directory to use the cache or a download."
        .formatted(title(), dir, missing);
  }

  private FamilyFolder download() throws IOException {
    FamilyCache cache = cache()
        .orElseThrow(() -> new IOException(
            "there is no folder to download %s to: set XDG_CACHE_HOME or HOME to an absolute path, or supply the files with --data-dir"
                .formatted(title())));
    try {
      cache.fill(
          new Downloader(family.mirrors(), settings),
          file -> (bytes, total) -> progress.update(file, bytes, total));
    } finally {
      progress.end();
    }
    return cache.folder();
  }

  private Optional<FamilyCache> cache() {
    return cacheDir.map(dir -> new FamilyCache(dir.resolve(name()), family));
  }

  private String title() {
    return family.title();
  }
}
