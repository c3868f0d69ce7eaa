package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.HeapRoom;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Reason;
import dev.plenum.datasets.internal.image.Archive.Content;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

/** Opens zip and tar archives; of tars also gzipped ones, which are unzipped in memory. */
public final class Archives {
  private static final int GZIP = 0x1f8b;
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] TAR = "ustar".getBytes(StandardCharsets.US_ASCII);
  private static final int TAR_AT = 257;
  private static final int BUFFER_BYTES = 1 << 16;
  /** The most that deflating can save. */
  private static final long MOST_DEFLATED = 1032;

  private static final int FIRST_ROOM = 1 << 20;
  private static final int LONGEST_ARRAY = (int) HeapRoom.LONGEST_ARRAY;

  private Archives() {}

  /**
   * Whether a file begins as an archive does.
   *
   * @throws IOException if it cannot be read
   */
  public static boolean isArchive(Path file) throws IOException {
    return Files.isRegularFile(file) && (isZip(file) || isTar(file));
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
    } catch (IOException e) {
      throw Reason.notReadable(file, e);
    }
  }

  private static boolean isTar(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = isGzip(file) ? new GZIPInputStream(in) : in) {
      byte[] head = plain.readNBytes(TAR_AT + TAR.length);
      return head.length == TAR_AT + TAR.length
          && Arrays.equals(head, TAR_AT, head.length, TAR, 0, TAR.length);
    } catch (IOException e) {
      return false; // damaged, so it is not known
    }
  }

  private static boolean isGzip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return (in.read() << 8 | in.read()) == GZIP;
    }
  }

  /**
   * The files of a folder or archive.
   *
   * @throws InvalidFileException if an archive is damaged
   * @throws IOException if it cannot be read
   */
  public static FileTree open(Path place) throws IOException {
    if (!isArchive(place)) {
      return FileTree.DISK;
    }
    try {
      return isZip(place) ? zip(place) : tar(place);
    } catch (InvalidFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Readers of archives throw exceptions of many kinds on damaged ones.
      throw new InvalidFileException(place, problem(Reason.of(e)));
    }
  }

  private static String problem(String reason) {
    if (reason.contains("encrypted entry")) {
      return "it is encrypted, and cannot be read; pack it without a password";
    }
    if (reason.contains("bad compression method")) {
      return "it is packed by another method than deflate, which is not read; pack it again as an ordinary zip";
    }
    return "expected a complete archive, but it is damaged: " + reason;
  }

  private static FileTree zip(Path place) throws IOException {
    ZipFile zip = new ZipFile(place.toFile());
    try {
      Archive archive = new Archive(place, zip);
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        String name = entry.getName().replace('\\', '/'); // as some programs of Windows write
        if (name.endsWith("/")) {
          archive.addFolder(name);
        } else {
          requirePossible(place, entry);
          archive.add(name, Optional.of(new ZipContent(zip, entry)));
        }
      }
      return archive;
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static void requirePossible(Path place, ZipEntry entry) throws InvalidFileException {
    if (entry.getSize() < 0 || entry.getSize() > MOST_DEFLATED * (entry.getCompressedSize() + 1)) {
      throw new InvalidFileException(
          place, entry.getName() + " says that it is longer unpacked than it can be");
    }
  }

  private record ZipContent(ZipFile zip, ZipEntry entry) implements Content {
    @Override
    public long size() {
      return entry.getSize();
    }

    @Override
    public InputStream open() throws IOException {
      return zip.getInputStream(entry);
    }
  }

  private static FileTree tar(Path place) throws IOException {
    TarFile tar = isGzip(place) ? new TarFile(unzipped(place, LONGEST_ARRAY)) : new TarFile(place);
    try {
      Archive archive = new Archive(place, tar);
      for (TarArchiveEntry entry : tar.getEntries()) {
        if (entry.isDirectory()) {
          archive.addFolder(entry.getName());
        } else {
          archive.add(
              entry.getName(),
              isFile(entry) ? Optional.of(new TarContent(tar, entry)) : Optional.empty());
        }
      }
      return archive;
    } catch (IOException | RuntimeException e) {
      tar.close();
      throw e;
    }
  }

  /** {@code isFile} is true of links too. */
  private static boolean isFile(TarArchiveEntry entry) {
    return entry.isFile() && !entry.isLink() && !entry.isSymbolicLink();
  }

  private record TarContent(TarFile tar, TarArchiveEntry entry) implements Content {
    @Override
    public long size() {
      return entry.getRealSize();
    }

    @Override
    public InputStream open() throws IOException {
      return tar.getInputStream(entry);
    }
  }

  /**
   * A gzipped tar in one array.
   *
   * @param most how long it may become, and not longer than an array can be
   */
  static byte[] unzipped(Path file, int most) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = new GZIPInputStream(new BufferedInputStream(raw, BUFFER_BYTES))) {
      byte[] bytes = new byte[Math.min(most, FIRST_ROOM)];
      int count = in.readNBytes(bytes, 0, bytes.length);
      while (count == bytes.length) {
        if (count == most) {
          throw new InvalidFileException(
              file,
              "it has %s unpacked bytes or more, which no array can hold; gunzip it and give the tar, or pack it as a zip"
                  .formatted(most));
        }
        HeapRoom.require(
            file,
            String.format(Locale.ROOT, "more than %d unpacked bytes", bytes.length),
            3L * bytes.length);
        bytes = Arrays.copyOf(bytes, (int) Math.min(most, 2L * bytes.length));
        count += in.readNBytes(bytes, count, bytes.length - count);
      }
      return Arrays.copyOf(bytes, count);
    }
  }
}
