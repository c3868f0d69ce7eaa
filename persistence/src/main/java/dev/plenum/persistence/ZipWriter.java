package dev.plenum.persistence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes zips whose bytes follow from their content alone. Entries are stored without compression:
 * weights hardly shrink, and what a deflater writes depends on its version.
 */
public final class ZipWriter {
  /** A constant; not the first of January 1980, which the JDK stores with the local time zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private ZipWriter() {}

  /**
   * Writes a whole zip.
   *
   * @param out where it goes; not closed
   * @param entries contents by their names, written in this order; each content is asked for twice
   * @throws IOException if the stream cannot be written to, or a content fails
   */
  public static void write(OutputStream out, Map<String, AtomicFiles.Content> entries)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Map.Entry<String, AtomicFiles.Content> entry : entries.entrySet()) {
      zip.putNextEntry(stored(entry.getKey(), entry.getValue()));
      entry.getValue().writeTo(zip);
      zip.closeEntry();
    }
    zip.finish();
  }

  /**
   * {@return the content that is a text in UTF-8}
   *
   * @param text all that the entry holds
   */
  public static AtomicFiles.Content text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return out -> out.write(bytes);
  }

  private static ZipEntry stored(String name, AtomicFiles.Content content) throws IOException {
    CountingStream counter = new CountingStream();
    CheckedOutputStream checked = new CheckedOutputStream(counter, new CRC32());
    content.writeTo(checked);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(TIME);
    entry.setSize(counter.count);
    entry.setCrc(checked.getChecksum().getValue());
    return entry;
  }

  /** Keeps nothing but the number of bytes. */
  private static final class CountingStream extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count += length;
    }
  }
}
