package dev.plenum.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads files of text that may be anything: a pipe that nobody writes to, a device without end. */
public final class TextFile {
  private TextFile() {}

  /**
   * {@return the whole text of a file in UTF-8}
   *
   * @param file a plain file, or a link to one
   * @param mostBytes how long it may be
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it is no plain file, too long, or not in UTF-8; the message names it
   */
  public static String read(Path file, int mostBytes) throws IOException {
    requirePlain(file);
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(mostBytes);
      if (in.read() >= 0) {
        throw new IOException(String.format(
            Locale.ROOT,
            "%s is too long: such a file has at most %,d bytes, this one has %,d",
            file,
            mostBytes,
            Files.size(file)));
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not a text in UTF-8", e);
    }
  }

  /**
   * Checks that it is a file, before it is opened: to open a pipe can take for ever.
   *
   * @param file the path to check; a link stands for what it leads to
   * @throws NoSuchFileException if there is nothing of that name
   * @throws IOException if it is a folder, a pipe or a device; the message names it
   */
  public static void requirePlain(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isRegularFile(file)) {
      String kind = Files.isDirectory(file) ? "a folder" : "a pipe or a device";
      throw new IOException(file + " is not a file but " + kind);
    }
  }
}
