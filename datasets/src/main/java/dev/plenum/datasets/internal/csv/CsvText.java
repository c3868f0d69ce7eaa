package dev.plenum.datasets.internal.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The text of a CSV file, which may be gzipped. */
final class CsvText {
  private static final int BUFFER_BYTES = 1 << 16;

  private CsvText() {}

  /** Begins to read it, unzipped. */
  static InputStream open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
    try {
      raw.mark(2);
      boolean isGzip = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      return isGzip ? new BufferedInputStream(new GZIPInputStream(raw), BUFFER_BYTES) : raw;
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /** What stands between the fields: the first of a comma, semicolon and tab that the first line has. */
  static char separator(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = open(file)) {
      bytes = in.readNBytes(BUFFER_BYTES);
    }
    boolean hasSemicolon = false;
    boolean hasTab = false;
    for (byte b : bytes) {
      if (b == ',') {
        return ',';
      }
      if (b == '\n' && (hasSemicolon || hasTab)) {
        break;
      }
      hasSemicolon |= b == ';';
      hasTab |= b == '\t';
    }
    return hasSemicolon ? ';' : hasTab ? '\t' : ',';
  }

  /** Its unzipped length in bytes. */
  static long length(Path file) throws IOException {
    try (InputStream in = open(file)) {
      return in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
