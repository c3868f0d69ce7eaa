package dev.plenum.datasets.internal.idx;

import dev.plenum.datasets.internal.HeapRoom;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Reason;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads one IDX file, gzipped or plain, and checks everything that its header says. The header alone
 * never makes it allocate more than a small multiple of what the file really holds.
 */
public final class IdxReader {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int GZIP_MAGIC = 0x1f8b;
  /** A first guess of how much gzip saves; the array grows when it saves more. */
  private static final long GZIP_RATIO = 8;

  private static final long SMALLEST_GUESS = 1 << 20;
  /** The longest array that every JVM can make. */
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final Path file;
  private final Set<IdxKind> expected;
  private final long fileBytes;
  private final InputStream in;
  private final boolean gzip;
  private IdxKind kind;
  private long unpacked;

  private IdxReader(Path file, Set<IdxKind> expected, long fileBytes, BufferedInputStream raw)
      throws IOException {
    this.file = file;
    this.expected = expected;
    this.kind = expected.iterator().next();
    this.fileBytes = fileBytes;
    this.gzip = startsLikeGzip(raw);
    this.in = gzip ? new GZIPInputStream(raw, BUFFER_BYTES) : raw;
  }

  /**
   * Reads a file.
   *
   * @throws InvalidFileException if it is not a complete IDX file of this kind; the message names the
   *     file, what was expected and what was found
   * @throws IOException if it cannot be read
   */
  public static IdxContent read(Path file, IdxKind kind) throws IOException {
    return read(file, kind, Long.MAX_VALUE);
  }

  /** As {@link #read(Path, IdxKind)}, but refuses more than so many unpacked bytes. */
  public static IdxContent read(Path file, IdxKind kind, long mostBytes) throws IOException {
    return read(file, EnumSet.of(kind), mostBytes);
  }

  /** Reads a file of labels of whatever kind. */
  static IdxContent readLabels(Path file) throws IOException {
    return read(file, EnumSet.of(IdxKind.LABELS, IdxKind.LABEL_TABLE), Long.MAX_VALUE);
  }

  private static IdxContent read(Path file, Set<IdxKind> expected, long mostBytes)
      throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER_BYTES)) {
      return new IdxReader(file, expected, Files.size(file), buffered).read(mostBytes);
    } catch (InvalidFileException e) {
      throw e;
    } catch (EOFException e) {
      throw new InvalidFileException(file, "the gzip header is cut off");
    } catch (ZipException e) {
      throw new InvalidFileException(file, "the gzip header is damaged: " + Reason.of(e));
    } catch (IOException e) {
      throw Reason.notReadable(file, e);
    }
  }

  private static boolean startsLikeGzip(BufferedInputStream raw) throws IOException {
    raw.mark(2);
    int magic = raw.read() << 8 | raw.read();
    raw.reset();
    return magic == GZIP_MAGIC;
  }

  private IdxContent read(long mostBytes) throws IOException {
    try {
      List<Integer> dimensions = readHeader();
      int length = dataBytes(dimensions);
      requireLength(dimensions, length, mostBytes);
      byte[] data = readData(dimensions, length);
      if (in.read() >= 0) {
        throw invalid(dimensions, length, "more");
      }
      return new IdxContent(kind, dimensions, data);
    } catch (EOFException e) {
      throw new InvalidFileException(
          file,
          String.format(
              Locale.ROOT, "the gzip data are cut off after %d unpacked bytes", unpacked));
    } catch (ZipException e) {
      throw new InvalidFileException(
          file,
          String.format(
              Locale.ROOT,
              "the gzip data are damaged after %d unpacked bytes: %s",
              unpacked,
              Reason.of(e)));
    }
  }

  private List<Integer> readHeader() throws IOException {
    kind = kindOf(readHeaderBytes(Integer.BYTES).getInt());
    ByteBuffer sizes = readHeaderBytes(Integer.BYTES * kind.rank());
    List<Integer> dimensions = new ArrayList<>();
    while (sizes.hasRemaining()) {
      int dimension = sizes.getInt();
      if (dimension < 1) {
        throw new InvalidFileException(
            file,
            String.format(
                Locale.ROOT,
                "dimension %d is %d; expected a number from 1 to %d",
                dimensions.size() + 1,
                Integer.toUnsignedLong(dimension),
                Integer.MAX_VALUE));
      }
      dimensions.add(dimension);
    }
    return dimensions;
  }

  private ByteBuffer readHeaderBytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    unpacked += bytes.length;
    if (bytes.length < count) {
      throw new InvalidFileException(
          file,
          String.format(
              Locale.ROOT,
              "expected a file of %s with a header of %d bytes, found %d bytes in all",
              kind,
              kind.headerBytes(),
              unpacked));
    }
    return ByteBuffer.wrap(bytes);
  }

  private IdxKind kindOf(int magic) throws InvalidFileException {
    return expected.stream()
        .filter(possible -> possible.magic() == magic)
        .findFirst()
        .orElseThrow(() -> new InvalidFileException(
            file,
            "expected %s, found %s"
                .formatted(
                    expected.stream().map(IdxKind::toString).collect(Collectors.joining(" or ")),
                    IdxKind.describe(magic))));
  }

  private int dataBytes(List<Integer> dimensions) throws InvalidFileException {
    long length = kind.elementBytes();
    for (int dimension : dimensions) {
      length *= dimension;
      if (length > LONGEST_ARRAY) {
        throw new InvalidFileException(
            file,
            String.format(
                Locale.ROOT,
                "the header says %s, which is more than the %d bytes that can be read",
                describe(dimensions),
                LONGEST_ARRAY));
      }
    }
    return (int) length;
  }

  private void requireLength(List<Integer> dimensions, int length, long mostBytes)
      throws InvalidFileException {
    long expected = kind.headerBytes() + (long) length;
    if (expected > mostBytes) {
      throw new InvalidFileException(
          file,
          String.format(
              Locale.ROOT,
              "the header says %s, %d bytes in all; expected %d bytes",
              describe(dimensions),
              expected,
              mostBytes));
    }
    if (!gzip && fileBytes != expected) {
      throw invalid(dimensions, length, String.format(Locale.ROOT, "%d bytes", fileBytes));
    }
  }

  private byte[] readData(List<Integer> dimensions, int length) throws IOException {
    byte[] data = grown(new byte[0], (int) Math.min(length, firstGuess()), dimensions);
    int count = 0;
    while (true) {
      count += readInto(data, count);
      if (count < data.length) {
        throw invalid(dimensions, length, String.format(Locale.ROOT, "%d bytes", unpacked));
      }
      if (count == length) {
        return data;
      }
      data = grown(data, (int) Math.min(length, 2L * count), dimensions);
    }
  }

  private byte[] grown(byte[] data, int length, List<Integer> dimensions)
      throws InvalidFileException {
    return HeapRoom.grown(file, describe(dimensions), data, length);
  }

  private long firstGuess() {
    return gzip ? Math.max(SMALLEST_GUESS, GZIP_RATIO * fileBytes) : fileBytes;
  }

  /** Fills the array from a position on, counting as it goes, so that an error can say how far. */
  private int readInto(byte[] data, int from) throws IOException {
    int position = from;
    while (position < data.length) {
      int count = in.read(data, position, data.length - position);
      if (count < 0) {
        break;
      }
      position += count;
      unpacked += count;
    }
    return position - from;
  }

  private InvalidFileException invalid(List<Integer> dimensions, int length, String found) {
    return new InvalidFileException(
        file,
        String.format(
            Locale.ROOT,
            "%s need %d bytes%s, found %s",
            describe(dimensions),
            kind.headerBytes() + (long) length,
            gzip ? " unpacked" : "",
            found));
  }

  private String describe(List<Integer> dimensions) {
    return kind == IdxKind.IMAGES
        ? String.format(
            Locale.ROOT,
            "%d images of %d x %d pixels",
            dimensions.get(0),
            dimensions.get(1),
            dimensions.get(2))
        : String.format(Locale.ROOT, "%d labels", dimensions.get(0));
  }
}
