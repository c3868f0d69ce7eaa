package dev.plenum.datasets.internal.numpy;

import dev.plenum.datasets.internal.FilesDigest;
import dev.plenum.datasets.internal.InvalidFileException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * A stored array, whose numbers are read from the file each time they are wanted.
 *
 * @param header what its beginning says
 * @param stored the file itself
 */
record NpyArray(NpyHeader header, Stored stored) {
  private static final int BUFFERED_NUMBERS = 1 << 13;

  /** A {@code .npy} file, alone or in an archive. */
  interface Stored {
    /** Where it is, for messages; in an archive, the archive's path with the array's name behind it. */
    Path file();

    /** Its unpacked length in bytes, as the disk or the archive says. */
    long bytes();

    /** Its check sum (CRC-32), as the archive says; −1 if there is none. */
    long crc();

    /** Begins to read it. */
    InputStream open() throws IOException;
  }

  /** Takes the numbers of an array. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes the next one.
     *
     * @param index in the order of the file, from 0 on
     */
    void accept(int index, double number) throws IOException;
  }

  /**
   * Reads the header.
   *
   * @throws InvalidFileException if it is not that of an array which is read, or the file is longer or
   *     shorter than it says
   */
  static NpyArray open(Stored stored) throws IOException {
    Path file = stored.file();
    try (InputStream in = new BufferedInputStream(stored.open())) {
      NpyHeader header = NpyHeader.read(file, in);
      if (header.fileBytes() != stored.bytes()) {
        throw new InvalidFileException(
            file,
            String.format(
                Locale.ROOT,
                "its header says %s of %s, which need %d bytes in all, found %d",
                header.shownShape(),
                header.type().name(),
                header.fileBytes(),
                stored.bytes()));
      }
      return new NpyArray(header, stored);
    }
  }

  /**
   * Adds the file to a digest, and checks that it is whole.
   *
   * @throws InvalidFileException if it has another check sum than the archive says
   */
  static void addTo(FilesDigest digest, String name, Stored stored) throws IOException {
    try (CheckedInputStream in = new CheckedInputStream(stored.open(), new CRC32())) {
      digest.add(name, stored.bytes(), in);
      if (stored.crc() >= 0 && in.getChecksum().getValue() != stored.crc()) {
        throw new InvalidFileException(
            stored.file(), "it is damaged: its check sum is not that of the archive");
      }
    }
  }

  /** Where it is, for messages. */
  Path file() {
    return stored.file();
  }

  /** Reads all numbers, in the order of the file. */
  void forEach(Sink sink) throws IOException {
    NpyType type = header.type();
    ToDoubleFunction<ByteBuffer> reader = type.reader();
    try (InputStream in = stored.open()) {
      in.skipNBytes(header.bytes());
      byte[] bytes = new byte[BUFFERED_NUMBERS * type.bytes()];
      for (int index = 0; index < header.count(); ) {
        int numbers = Math.min(BUFFERED_NUMBERS, header.count() - index);
        int found = in.readNBytes(bytes, 0, numbers * type.bytes());
        if (found < numbers * type.bytes()) {
          throw new InvalidFileException(file(), "it ends within its numbers");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, found).order(type.order());
        while (buffer.hasRemaining()) {
          sink.accept(index, reader.applyAsDouble(buffer));
          index++;
        }
      }
    }
  }
}
