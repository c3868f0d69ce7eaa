package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The formats of image files, told apart by their first bytes, whatever the file's name. */
enum ImageFormat {
  PNG("89504e470d0a1a0a"),
  JPEG("ffd8ff"),
  GIF("47494638"),
  BMP("424d");

  /** As many first bytes as {@link #of} looks at. */
  static final int SIGNATURE_BYTES = 8;

  /** In hexadecimal digits. */
  private final String signature;

  ImageFormat(String signature) {
    this.signature = signature;
  }

  /** The format of a file with this beginning. */
  static Optional<ImageFormat> of(byte[] head) {
    String digits = HexFormat.of().formatHex(head, 0, Math.min(head.length, SIGNATURE_BYTES));
    return Arrays.stream(values()).filter(f -> digits.startsWith(f.signature)).findFirst();
  }

  /**
   * Whether this is a file that begins as an image does.
   *
   * @throws IOException if it cannot be read
   */
  static boolean isImage(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(SIGNATURE_BYTES)).isPresent();
    } catch (IOException e) {
      throw Reason.notReadable(file, e);
    }
  }

  /** All names, for messages. */
  static String names() {
    return "PNG, JPEG, GIF or BMP";
  }

  /** What a file begins with, for messages. */
  static String describe(byte[] head) {
    if (head.length == 0) {
      return "an empty file";
    }
    byte[] start = Arrays.copyOf(head, Math.min(head.length, SIGNATURE_BYTES));
    boolean text = true;
    for (byte b : start) {
      text &= (b >= ' ' && b < 0x7f) || b == '\n' || b == '\r' || b == '\t';
    }
    return text
        ? "text that begins with '%s'"
            .formatted(new String(start, StandardCharsets.US_ASCII).strip())
        : "bytes that begin with " + HexFormat.ofDelimiter(" ").formatHex(start);
  }

  /** The JDK's own reader: another one on the class path might give other pixels. */
  ImageReader newReader() {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(name());
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getModule().equals(ImageIO.class.getModule())) {
        return reader;
      }
      reader.dispose();
    }
    throw new IllegalStateException("every Java platform with java.desktop reads " + name());
  }
}
