package dev.plenum.datasets.internal.pixels;

import dev.plenum.datasets.internal.Reason;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of pixels in a folder, one for each dataset, size and way to read it. Where they would
 * become too many, those go first that were not used for longest.
 *
 * @param folder where they are; need not exist
 * @param mostBytes how much they may take together
 */
public record PixelCache(Path folder, long mostBytes) {
  private static final Logger LOG = System.getLogger(PixelCache.class.getName());
  private static final String ENDING = ".pixels";
  private static final String TEMPORARY = ".tmp";

  /** Where the pixels of a key are, or will be. */
  public Path file(String key) {
    return folder.resolve(key + ENDING);
  }

  /**
   * The pixels of a key, if they are there and good. Damaged ones are told of, and deleted.
   *
   * @param images how many there must be
   */
  public Optional<PixelFile> find(String key, int images) {
    Path file = file(key);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      PixelFile found = PixelFile.open(file, key, images);
      touch(file);
      return Optional.of(found);
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "the pixels that an earlier run left cannot be used, and are made again: {0}: {1}",
          file,
          Reason.of(e));
      delete(file);
      return Optional.empty();
    }
  }

  /** Notes that it was used. */
  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "{0} can only be read: {1}", file, Reason.of(e));
    }
  }

  /**
   * Begins to write a file.
   *
   * @param bytes how long it will be
   * @throws PixelCacheException if it cannot be made, or there is no room for it
   */
  public PixelWriter begin(String key, long bytes) throws PixelCacheException {
    if (bytes > mostBytes) {
      throw new PixelCacheException(
          String.format(Locale.ROOT, "the cache may take %d MB at most", mostBytes >> 20));
    }
    try {
      Files.createDirectories(folder);
      deleteLeftBehind();
      makeRoom(bytes);
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < bytes) {
        throw new PixelCacheException(
            String.format(Locale.ROOT, "only %d MB are free on its disk", free >> 20));
      }
      return PixelWriter.create(folder.resolve(
          key + "-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + TEMPORARY));
    } catch (PixelCacheException e) {
      throw e;
    } catch (IOException e) {
      throw new PixelCacheException(Reason.of(e), e);
    }
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  /** What processes were writing that were killed: nobody has locked it any more. */
  private void deleteLeftBehind() throws IOException {
    for (Path file : files(TEMPORARY)) {
      if (isLeftBehind(file)) {
        delete(file);
      }
    }
  }

  private static boolean isLeftBehind(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false; // in use, or gone already
    }
  }

  private void makeRoom(long bytes) throws IOException {
    List<Used> files = new ArrayList<>();
    long sum = bytes;
    for (Path file : files(ENDING)) {
      files.add(new Used(file, Files.size(file), Files.getLastModifiedTime(file)));
      sum += Files.size(file);
    }
    files.sort(Comparator.comparing(Used::last));
    for (Used oldest : files) {
      if (sum > mostBytes) {
        LOG.log(Level.DEBUG, "deleting {0} to make room for other pixels", oldest.file());
        delete(oldest.file());
        sum -= oldest.bytes();
      }
    }
  }

  private record Used(Path file, long bytes, FileTime last) {}

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "{0} could not be deleted: {1}", file, Reason.of(e));
    }
  }
}
