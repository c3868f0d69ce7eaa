package dev.plenum.datasets.internal.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/**
 * A file that is still being written, beside the place where it will be. Each has a name of its own,
 * so that several processes can write the same file at once; whoever is ready last wins, and readers
 * see whole files only.
 */
final class PartFile implements AutoCloseable {
  private static final String SUFFIX = ".part";
  private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

  private final Path path;
  private final FileChannel channel;
  private boolean moved;

  private PartFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** A new, empty file in the folder of {@code target}, which must exist. */
  static PartFile beside(Path target) throws IOException {
    for (int number = 1; ; number++) {
      Path path = target.resolveSibling(target.getFileName() + "." + number + SUFFIX);
      try {
        return new PartFile(
            path, FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
      } catch (FileAlreadyExistsException e) {
        // It belongs to another process, or to one that was killed: the next number is tried.
      }
    }
  }

  /** Deletes the files that killed processes left in a folder. */
  static void deleteAbandoned(Path folder) throws IOException {
    Instant limit = Instant.now().minus(ABANDONED_AFTER);
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path part : parts) {
        deleteIfOlder(part, limit);
      }
    }
  }

  private static void deleteIfOlder(Path part, Instant limit) {
    try {
      if (Files.getLastModifiedTime(part).toInstant().isBefore(limit)) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      // Another process may have deleted or moved it; it is in nobody's way.
    }
  }

  Path path() {
    return path;
  }

  long length() throws IOException {
    return channel.size();
  }

  void append(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  void clear() throws IOException {
    channel.truncate(0);
  }

  /** Replaces the target, if there is one, in one step; the bytes are on the disk before. */
  void moveTo(Path target) throws IOException {
    channel.force(true);
    channel.close();
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    moved = true;
  }

  /** Deletes the file, unless it was moved. */
  @Override
  public void close() throws IOException {
    channel.close();
    if (!moved) {
      Files.deleteIfExists(path);
    }
  }
}
