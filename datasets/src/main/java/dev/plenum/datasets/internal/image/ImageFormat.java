package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Reason;
import dev.plenum.datasets.internal.jpeg.JpegException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The formats of image files that are read, distinguished by their first bytes, whatever the file's name. */
public enum ImageFormat {
  PNG("PNG", "89504e470d0a1a0a") {
    @Override
    StoredImage open(byte[] bytes) throws IOException {
      return new ReaderImage(
          Readers.ofPlatform("png"), PngGreys.asPalette(PngChunks.ofPicture(bytes)));
    }
  },
  JPEG("JPEG", "ffd8ff") {
    @Override
    StoredImage open(byte[] bytes) throws JpegException {
      return new JpegImage(bytes);
    }
  },
  GIF("GIF", "47494638") {
    @Override
    StoredImage open(byte[] bytes) throws IOException {
      return new GifImage(bytes);
    }
  },
  BMP("BMP", "424d") {
    @Override
    StoredImage open(byte[] bytes) throws IOException {
      BmpCompression.requirePixels(bytes);
      return new ReaderImage(Readers.ofPlatform("bmp"), bytes);
    }
  },
  WEBP("WebP", "52494646........57454250") {
    @Override
    StoredImage open(byte[] bytes) throws IOException {
      return new WebpImage(bytes);
    }
  },
  TIFF("TIFF", "49492a00|4d4d002a|49492b00|4d4d002b") {
    @Override
    StoredImage open(byte[] bytes) throws IOException {
      return new TiffImage(bytes);
    }
  },
  PNM("PNM", "503[1-6](09|0a|0d|20|23)") {
    @Override
    StoredImage open(byte[] bytes) throws IOException {
      return new PnmImage(bytes);
    }
  };

  /** All of them, for messages. */
  public static final String NAMES = "PNG, JPEG, GIF, BMP, WebP, TIFF or PNM";

  /** As many first bytes as {@link #of} looks at. */
  static final int SIGNATURE_BYTES = 16;

  private static final int SHOWN_BYTES = 8;

  private final String title;
  /** Of the first bytes, in hexadecimal digits. */
  private final Pattern signature;

  ImageFormat(String title, String signature) {
    this.title = title;
    this.signature = Pattern.compile(signature);
  }

  /**
   * Reads a file's header.
   *
   * @throws IOException if it makes no sense; the message says, without a subject, what is wrong
   */
  abstract StoredImage open(byte[] bytes) throws IOException;

  /** The format of a file with this beginning. */
  static Optional<ImageFormat> of(byte[] head) {
    String digits = hex(head);
    return Arrays.stream(values())
        .filter(f -> f.signature.matcher(digits).lookingAt())
        .findFirst();
  }

  /**
   * The same.
   *
   * @param file for messages
   * @throws InvalidFileException if there is none
   */
  static ImageFormat required(Path file, byte[] head) throws InvalidFileException {
    Optional<ImageFormat> format = of(head);
    if (format.isEmpty()) {
      throw new InvalidFileException(
          file, "expected a %s image, found %s".formatted(NAMES, describe(head)));
    }
    return format.get();
  }

  static String hex(byte[] head) {
    return HexFormat.of().formatHex(head, 0, Math.min(head.length, SIGNATURE_BYTES));
  }

  /**
   * The first bytes of a file, as many as show its format.
   *
   * @throws IOException if it cannot be read
   */
  static byte[] head(FileTree tree, Path file) throws IOException {
    try (InputStream in = tree.open(file)) {
      return in.readNBytes(SIGNATURE_BYTES);
    } catch (IOException e) {
      throw Reason.notReadable(file, e);
    }
  }

  /**
   * Whether this is a file that begins as an image does.
   *
   * @throws IOException if it cannot be read
   */
  static boolean isImage(FileTree tree, Path file) throws IOException {
    return tree.isFile(file) && of(head(tree, file)).isPresent();
  }

  /** What a file is that has none of these formats, for messages. */
  static String describe(byte[] head) {
    if (head.length == 0) {
      return "an empty file";
    }
    Optional<ForeignFormat> foreign = ForeignFormat.of(head);
    if (foreign.isPresent()) {
      return foreign.get().description();
    }
    byte[] start = Arrays.copyOf(head, Math.min(head.length, SHOWN_BYTES));
    boolean text = true;
    for (byte b : start) {
      text &= (b >= ' ' && b < 0x7f) || b == '\n' || b == '\r' || b == '\t';
    }
    return text
        ? "text that begins with '%s'"
            .formatted(new String(start, StandardCharsets.US_ASCII).strip())
        : "bytes that begin with " + HexFormat.ofDelimiter(" ").formatHex(start);
  }

  /** As messages write it. */
  @Override
  public String toString() {
    return title;
  }
}
