package dev.plenum.persistence;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads the entries of a zip that may be damaged or malicious: none twice, none larger than the
 * caller allows, none whose checksum is wrong.
 */
public final class ZipReader implements Closeable {
  /**
   * What reads an entry.
   *
   * @param <T> what an entry becomes
   */
  @FunctionalInterface
  public interface EntryReader<T> {
    /**
     * Reads an entry, or complains.
     *
     * @param in the entry's bytes, unpacked; need not be closed
     * @param size how many bytes there are, by the zip's own list; all of them have to be read
     * @return what the entry becomes
     * @throws IOException if the bytes are not what they should be, or cannot be read
     */
    T read(InputStream in, long size) throws IOException;
  }

  private static final long LARGEST_JSON = 4 << 20;

  private static final int LONGEST_NAME = 200;
  private final InputFile file;
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

  /**
   * Opens the file and lists its entries.
   *
   * @param file what to read; it also words the complaints
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws InvalidModelFileException if it is not a whole zip, or has an entry twice
   * @throws IOException if it cannot be read
   */
  public ZipReader(InputFile file) throws IOException {
    this.file = file;
    file.requireReadable();
    this.zip = open(file);
    try {
      for (ZipEntry entry : list()) {
        if (entry.getName().length() > LONGEST_NAME) {
          throw file.foreign(String.format(
              Locale.ROOT,
              "it has an entry whose name is %d characters long",
              entry.getName().length()));
        }
        if (entries.put(entry.getName(), entry) != null) {
          throw file.damaged("it has the entry '" + entry.getName() + "' twice", null);
        }
      }
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private List<? extends ZipEntry> list() throws InvalidModelFileException {
    try {
      return Collections.list(zip.entries());
    } catch (IllegalArgumentException e) {
      // What ZipFile throws for an entry's comment that is not UTF-8, without saying so anywhere.
      throw file.damaged("the names or comments of its entries are not UTF-8", e);
    }
  }

  private static ZipFile open(InputFile file) throws IOException {
    try {
      ZipEnd.requireWhole(file.path());
      return new ZipFile(file.path().toFile());
    } catch (ZipException | EOFException e) {
      Optional<ForeignFormat> format = ForeignFormat.ofOther(file.path());
      if (format.isPresent()) {
        throw file.foreign(format.get());
      }
      throw new InvalidModelFileException(
          "%s is not a %s file, or only a part of one: %s. Get it again, or give the path of a file that '%s' wrote"
              .formatted(file.name(), file.noun(), reason(e), file.command()),
          e);
    }
  }

  /** The exceptions of the JDK's zip classes at an unexpected end have no message. */
  private static String reason(IOException e) {
    return e.getMessage() == null ? "it ends too early" : e.getMessage();
  }

  /** {@return the file that is read} */
  public InputFile file() {
    return file;
  }

  /** {@return the names of the entries, in the file's order} */
  public Set<String> names() {
    return entries.keySet();
  }

  /**
   * Reads a whole entry of JSON.
   *
   * @param entryName its whole name in the zip: {@code network.json}; it may have 4 MiB at most
   * @return the value, whose complaints name the entry
   * @throws InvalidJsonException if it is not valid JSON
   * @throws InvalidModelFileException if there is no such entry, or it is too large or damaged
   * @throws IOException if it cannot be read
   */
  public JsonValue json(String entryName) throws IOException {
    return read(
        entryName,
        LARGEST_JSON,
        (in, size) -> Json.parse(in.readNBytes((int) size), "its entry '" + entryName + "'"));
  }

  /** The number of bytes that all entries say they have. */
  long bytes() {
    return entries.values().stream().mapToLong(ZipEntry::getSize).sum();
  }

  /** The number of bytes that an entry says it has; 0 if there is none of that name. */
  long size(String entryName) {
    ZipEntry entry = entries.get(entryName);
    return entry == null ? 0 : entry.getSize();
  }

  /**
   * Reads a whole entry.
   *
   * @param <T> what the entry becomes
   * @param entryName its whole name in the zip: {@code members/1.plenum}
   * @param limit the most bytes that it may have
   * @param reader has to read all its bytes
   * @return what the reader makes of it
   * @throws InvalidModelFileException if there is no such entry, or it is larger or damaged
   * @throws IOException if it cannot be read
   */
  public <T> T read(String entryName, long limit, EntryReader<T> reader) throws IOException {
    ZipEntry entry = entries.get(entryName);
    if (entry == null) {
      throw file.damaged("its entry '" + entryName + "' is missing", null);
    }
    if (entry.getSize() < 0 || entry.getSize() > limit) {
      throw file.damaged(
          String.format(
              Locale.ROOT,
              "its entry '%s' has %d bytes, but at most %d are expected",
              entryName,
              entry.getSize(),
              limit),
          null);
    }
    try (InputStream raw = zip.getInputStream(entry)) {
      CheckedInputStream in = new CheckedInputStream(raw, new CRC32());
      T content = reader.read(in, entry.getSize());
      if (in.read() >= 0 || in.getChecksum().getValue() != entry.getCrc()) {
        throw file.damaged("the checksum of its entry '" + entryName + "' is wrong", null);
      }
      return content;
    } catch (ZipException | EOFException | InvalidSafetensorsException e) {
      throw file.damaged("its entry '%s': %s".formatted(entryName, reason(e)), e);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
