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

  private final Path file;
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

  /** Opens the file and lists its entries. */
  ZipReader(Path file) throws IOException {
    this.file = file;
    requireReadable(file);
    this.zip = open(file);
    try {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entries.put(entry.getName(), entry) != null) {
          throw damaged("it has the entry '" + entry.getName() + "' twice", null);
        }
      }
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static void requireReadable(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such file");
    }
    if (!Files.isRegularFile(file)) {
      throw new InvalidModelFileException(
          file + " is not a file but a folder or a device; give the path of a model file", null);
    }
    if (!Files.isReadable(file)) {
      throw new AccessDeniedException(file.toString(), null, "no permission to read it");
    }
  }

  private static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException | EOFException e) {
      throw new InvalidModelFileException(
          "%s is not a model file, or only a part of one: %s. Get it again, or give the path of a file that 'plenum train' wrote"
              .formatted(file, reason(e)),
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

  /** Reads a whole entry, whose size may be up to {@code limit} bytes. */
  <T> T read(String name, long limit, EntryReader<T> reader) throws IOException {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw damaged("its entry '" + name + "' is missing", null);
    }
    if (entry.getSize() < 0 || entry.getSize() > limit) {
      throw damaged(
          "its entry '%s' has %d bytes, but at most %d are expected"
              .formatted(name, entry.getSize(), limit),
          null);
    }
    try (InputStream raw = zip.getInputStream(entry)) {
      CheckedInputStream in = new CheckedInputStream(raw, new CRC32());
      T content = reader.read(in, entry.getSize());
      if (in.read() >= 0 || in.getChecksum().getValue() != entry.getCrc()) {
        throw damaged("the checksum of its entry '" + name + "' is wrong", null);
      }
      return content;
    } catch (ZipException | EOFException | InvalidSafetensorsException e) {
      throw damaged("its entry '%s': %s".formatted(name, reason(e)), e);
    }
  }

  InvalidModelFileException damaged(String problem, @Nullable Throwable cause) {
    return new InvalidModelFileException(
        message(problem, "The file is damaged: get it again, or train the model anew"), cause);
  }

  /** The complaint that the file, damaged or not, is not what can be read here. */
  InvalidModelFileException refused(String problem, String remedy) {
    return new InvalidModelFileException(message(problem, remedy), null);
  }

  private String message(String problem, String remedy) {
    return "%s cannot be read as a model: %s. %s".formatted(file, problem, remedy);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
