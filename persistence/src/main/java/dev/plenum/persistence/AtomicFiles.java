package dev.plenum.persistence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes files so that a reader sees the old content or the new, never a part: to a temporary file
 * in the same folder, synced to the disk, then moved into place. When writing fails, an earlier file
 * is as it was and the temporary file is gone.
 */
public final class AtomicFiles {
  private static final int BUFFER = 1 << 16;

  /** What writes a file's content. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes it.
     *
     * @param out where it goes; need not be closed
     * @throws IOException if it cannot be written, or there is no content to write
     */
    void writeTo(OutputStream out) throws IOException;
  }

  private AtomicFiles() {}

  /**
   * Writes a text in UTF-8.
   *
   * @param file replaced if it is there
   * @param text its whole content
   * @throws IOException as {@link #write(Path, Content)}
   */
  public static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes a file.
   *
   * @param file replaced if it is there
   * @param content writes all that it is to hold
   * @throws IOException if the folder does not exist or cannot be written to, the disk is full, or
   *     the content fails; the message names the file and the reason
   */
  public static void write(Path file, Content content) throws IOException {
    try {
      replace(file.toAbsolutePath(), content);
    } catch (IOException e) {
      throw new IOException(failure(file, reason(file, e)), e);
    }
  }

  /**
   * Checks that a file can be written, and leaves everything as it is.
   *
   * @throws IOException as {@link #write(Path, Content)}, but for a full disk
   */
  static void requireWritable(Path file) throws IOException {
    try {
      requireNoFolder(file);
      Files.delete(createBeside(file.toAbsolutePath()));
    } catch (IOException e) {
      throw new IOException(failure(file, reason(file, e)), e);
    }
  }

  private static void replace(Path file, Content content) throws IOException {
    requireNoFolder(file);
    Path temporary = null;
    try {
      temporary = createBeside(file);
      fill(temporary, content);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      temporary = null;
      syncFolder(folderOf(file));
    } finally {
      if (temporary != null) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  private static void requireNoFolder(Path file) throws FileSystemException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "there is a folder of that name");
    }
  }

  /** Not {@link Files#createTempFile}, whose files nobody but their owner may read. */
  private static Path createBeside(Path file) throws IOException {
    for (int attempt = 0; ; attempt++) {
      Path temporary = file.resolveSibling(String.format(
          Locale.ROOT,
          ".%s.%d-%d.tmp",
          file.getFileName(),
          ProcessHandle.current().pid(),
          attempt));
      try {
        return Files.createFile(temporary);
      } catch (FileAlreadyExistsException e) {
        if (attempt == 1000) {
          throw e;
        }
      }
    }
  }

  private static void fill(Path temporary, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  /** Makes the move itself last; some systems cannot open a folder, and need not. */
  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      System.getLogger(AtomicFiles.class.getName())
          .log(System.Logger.Level.DEBUG, "the folder {0} could not be synced: {1}", folder, e);
    }
  }

  private static Path folderOf(Path file) {
    return file.toAbsolutePath().resolveSibling("");
  }

  private static String failure(Path file, String reason) {
    return "%s could not be written: %s".formatted(file, reason);
  }

  private static String reason(Path file, IOException e) {
    if (!(e instanceof FileSystemException about) || !isBeside(file, about.getFile())) {
      return String.valueOf(e.getMessage());
    }
    if (!Files.isDirectory(folderOf(file))) {
      return "there is no folder " + folderOf(file);
    }
    if (e instanceof AccessDeniedException) {
      return "no permission to write to the folder " + folderOf(file);
    }
    return about.getReason() == null ? e.toString() : about.getReason();
  }

  /** Whether an exception is about the file or its temporary one, rather than about what is written. */
  private static boolean isBeside(Path file, @Nullable String found) {
    return found != null && Path.of(found).toAbsolutePath().startsWith(folderOf(file));
  }
}
