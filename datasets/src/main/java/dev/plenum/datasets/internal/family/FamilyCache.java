package dev.plenum.datasets.internal.family;

import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Reason;
import dev.plenum.datasets.internal.download.ByteProgress;
import dev.plenum.datasets.internal.download.DownloadFailedException;
import dev.plenum.datasets.internal.download.Downloader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The folder of a family's downloaded files. */
public final class FamilyCache {
  /** How much longer than the unpacked file a gzipped one may be; any honest one is shorter. */
  private static final long SLACK_BYTES = 1 << 20;

  private final Family family;
  private final FamilyFolder folder;

  /**
   * A cache that need not exist.
   *
   * @param path the folder of this family's files
   */
  public FamilyCache(Path path, Family family) {
    this.family = family;
    this.folder = new FamilyFolder(path, family);
  }

  /** The folder of the files. */
  public FamilyFolder folder() {
    return folder;
  }

  /**
   * Downloads each file that is missing or damaged, checks it and moves it into place.
   *
   * @param progress for the file of a name
   * @throws IOException if a file cannot be had; the message says what was tried and how to supply the
   *     files by hand
   */
  public void fill(Downloader downloader, Function<String, ByteProgress> progress)
      throws IOException {
    for (PublishedFile file : family.files()) {
      if (!isGood(file)) {
        download(file, downloader, progress.apply(file.gzipName()));
      }
    }
  }

  private boolean isGood(PublishedFile file) throws IOException {
    Optional<Path> found = folder.find(file);
    return found.isPresent() && problemOf(file, found.get()).isEmpty();
  }

  private static Optional<String> problemOf(PublishedFile file, Path path) throws IOException {
    try {
      file.readPublished(path);
      return Optional.empty();
    } catch (InvalidFileException e) {
      return Optional.of(e.problem());
    }
  }

  private void download(PublishedFile file, Downloader downloader, ByteProgress progress)
      throws IOException {
    Path target = folder.path().resolve(file.gzipName());
    Logger logger = System.getLogger(FamilyCache.class.getName());
    logger.log(Level.DEBUG, "downloading {0} to {1}", file.gzipName(), folder.path());
    try {
      downloader.download(
          file.gzipName(),
          file.unpackedBytes() + SLACK_BYTES,
          path -> problemOf(file, path),
          target,
          progress);
    } catch (DownloadFailedException e) {
      throw new IOException(
          "%s could not be downloaded: %s%n  %s"
              .formatted(family.title(), e.getMessage(), howToSupplyByHand()),
          e);
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          "%s could not be kept in the cache folder %s: %s"
              .formatted(family.title(), folder.path(), Reason.of(e)),
          e);
    }
  }

  private String howToSupplyByHand() {
    String names =
        family.files().stream().map(PublishedFile::gzipName).collect(Collectors.joining(", "));
    String advice =
        "To supply the files by hand, put %s (or the same unpacked, without .gz) into %s, or into the folder %s of a data directory DIR and pass --data-dir DIR"
            .formatted(names, folder.path(), family.name());
    return advice
        + family
            .systemPackage()
            .map(system -> "; or install the package " + system.name())
            .orElse("")
        + ".";
  }
}
