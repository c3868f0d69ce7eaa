package dev.plenum.persistence;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of a zip that may be damaged or malicious: none twice, none larger than the
 * caller allows, none whose checksum is wrong.
 */
final class ZipReader implements Closeable {
  /** What reads an entry of a given size. */
  interface EntryReader<T> {
    T read(InputStream in, long size) throws IOException;
  }

  private static final long LARGEST_JSON = 4 << 20;

  private static final int LONGEST_NAME = 200;
  /** How much room there must be: copies on the way, and none of the JVM's can be used to the last byte. */
  private static final int COPIES = 4;

  /** What messages call the file. */
  private final String name;

  private final FileKind kind;
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

  /** Opens the file and lists its entries. */
  ZipReader(Path file, FileKind kind) throws IOException {
    this(file, file.toString(), kind);
  }

  /**
   * Opens the file and lists its entries.
   *
   * @param name what messages call it
   * @param kind what it should be, for messages only
   */
  ZipReader(Path file, String name, FileKind kind) throws IOException {
    this.name = name;
    this.kind = kind;
    requireReadable(file);
    this.zip = open(file);
    try {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().length() > LONGEST_NAME) {
          throw foreign("it has an entry whose name is %d characters long"
              .formatted(entry.getName().length()));
        }
        if (entries.put(entry.getName(), entry) != null) {
          throw damaged("it has the entry '" + entry.getName() + "' twice", null);
        }
      }
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private void requireReadable(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(name, null, "there is no such file");
    }
    if (!Files.isRegularFile(file)) {
      throw new InvalidModelFileException(
          "%s is not a file but a folder or a device; give the path of a %s file"
              .formatted(name, kind.noun()),
          null);
    }
    if (!Files.isReadable(file)) {
      throw new AccessDeniedException(name, null, "no permission to read it");
    }
  }

  private ZipFile open(Path file) throws IOException {
    try {
      ZipEnd.requireWhole(file);
      return new ZipFile(file.toFile());
    } catch (ZipException | EOFException e) {
      throw new InvalidModelFileException(
          "%s is not a %s file, or only a part of one: %s. Get it again, or give the path of a file that '%s' wrote"
              .formatted(name, kind.noun(), reason(e), kind.command()),
          e);
    }
  }

  /** The exceptions of the JDK's zip classes at an unexpected end have no message. */
  private static String reason(IOException e) {
    return e.getMessage() == null ? "it ends too early" : e.getMessage();
  }

  Set<String> names() {
    return entries.keySet();
  }

  /** Reads a whole entry of JSON. */
  JsonValue json(String entryName) throws IOException {
    return read(
        entryName,
        LARGEST_JSON,
        (in, size) -> Json.parse(in.readNBytes((int) size), "its entry '" + entryName + "'"));
  }

  /** The number of bytes that all entries say they have. */
  long bytes() {
    return entries.values().stream().mapToLong(ZipEntry::getSize).sum();
  }

  /** Reads a whole entry, whose size may be up to {@code limit} bytes. */
  <T> T read(String entryName, long limit, EntryReader<T> reader) throws IOException {
    ZipEntry entry = entries.get(entryName);
    if (entry == null) {
      throw damaged("its entry '" + entryName + "' is missing", null);
    }
    if (entry.getSize() < 0 || entry.getSize() > limit) {
      throw damaged(
          "its entry '%s' has %d bytes, but at most %d are expected"
              .formatted(entryName, entry.getSize(), limit),
          null);
    }
    try (InputStream raw = zip.getInputStream(entry)) {
      CheckedInputStream in = new CheckedInputStream(raw, new CRC32());
      T content = reader.read(in, entry.getSize());
      if (in.read() >= 0 || in.getChecksum().getValue() != entry.getCrc()) {
        throw damaged("the checksum of its entry '" + entryName + "' is wrong", null);
      }
      return content;
    } catch (ZipException | EOFException | InvalidSafetensorsException e) {
      throw damaged("its entry '%s': %s".formatted(entryName, reason(e)), e);
    }
  }

  InvalidModelFileException damaged(String problem, @Nullable Throwable cause) {
    String remedy =
        "The file is damaged: get it again, or train the %s anew".formatted(kind.noun());
    return new InvalidModelFileException(message(problem, remedy), cause);
  }

  /** The complaint that the file is something else. */
  InvalidModelFileException foreign(String problem) {
    return refused(
        problem,
        "Give the path of a %s file, as '%s' writes it".formatted(kind.noun(), kind.command()));
  }

  /** The complaint that the file, damaged or not, is not what can be read here. */
  InvalidModelFileException refused(String problem, String remedy) {
    return new InvalidModelFileException(message(problem, remedy), null);
  }

  /** Checks, before anything large is allocated, that there is room for it. */
  void requireMemory(String what, long bytes) throws InvalidModelFileException {
    long available = Runtime.getRuntime().maxMemory();
    if (bytes > available / COPIES) {
      throw refused(
          "its %s take %d MB, but this Java machine may use no more than %d MB, and reading them needs %d MB"
              .formatted(what, bytes >> 20, available >> 20, (COPIES * bytes) >> 20),
          "Start it with more memory: java -Xmx%dm".formatted(((COPIES + 1) * bytes) >> 20));
    }
  }

  private String message(String problem, String remedy) {
    return "%s cannot be read as a %s: %s. %s"
        .formatted(name, kind.noun(), Shortened.problem(problem), remedy);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
