package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.HeapRoom;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Reason;
import dev.plenum.datasets.picture.Preparation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Decodes image files; of several pictures in one file, the first. Nothing is decoded before the
 * header's width and height are found reasonable, and a damaged image is refused even where others
 * would fill it up with grey.
 */
public final class ImageDecoder {
  /** As read, and as a reader buffers them. */
  private static final int BYTES_PER_FILE_BYTE = 2;

  /** For each thread, the JDK keeps as much native memory as it ever read from a file at once. */
  private static final int MOST_AT_ONCE = 1 << 16;

  private static final long MOST_FILE_BYTES = 1 << 28;
  /** Less, as its length is not known before it is read. */
  private static final long MOST_STREAM_BYTES = 1 << 25;

  private ImageDecoder() {}

  /**
   * Reads, decodes and scales one image.
   *
   * @param how by which methods
   * @param channels 1 or 3
   * @return one byte per channel, in h, w, c order
   * @throws IOException if it cannot be read or is no complete image
   */
  public static byte[] read(Path file, Preparation how, int height, int width, int channels)
      throws IOException {
    requireRoom(file, height, width, channels);
    return prepared(decode(file, readBytes(FileTree.DISK, file)), how, height, width, channels);
  }

  /**
   * The same for an image that is in no file.
   *
   * @param shownAs for messages
   * @param in is read to its end
   */
  public static byte[] read(
      Path shownAs, InputStream in, Preparation how, int height, int width, int channels)
      throws IOException {
    requireRoom(shownAs, height, width, channels);
    return prepared(decode(shownAs, readBytes(shownAs, in)), how, height, width, channels);
  }

  /** A decoded image in the size and colours of a network. */
  public static byte[] prepared(
      PixelImage stored, Preparation how, int height, int width, int channels) {
    return new Preparer(how, OptionalInt.of(channels))
        .prepared(stored, height, width)
        .pixels();
  }

  private static void requireRoom(Path file, int height, int width, int channels)
      throws InvalidFileException {
    HeapRoom.require(
        file,
        String.format(Locale.ROOT, "%d x %d pixels of %d channels", height, width, channels),
        (long) height * width * channels);
  }

  private static byte[] readBytes(Path shownAs, InputStream in) throws IOException {
    try {
      byte[] bytes = in.readNBytes((int) MOST_STREAM_BYTES + 1);
      if (bytes.length > MOST_STREAM_BYTES) {
        throw new InvalidFileException(
            shownAs,
            String.format(
                Locale.ROOT,
                "expected an image of at most %d bytes, found more",
                MOST_STREAM_BYTES));
      }
      return bytes;
    } catch (InvalidFileException e) {
      throw e;
    } catch (IOException e) {
      throw Reason.notReadable(shownAs, e);
    }
  }

  /**
   * The bytes of an image file, not decoded.
   *
   * @throws InvalidFileException if it does not begin as an image does, or is too long
   */
  static byte[] readBytes(FileTree tree, Path file) throws IOException {
    if (tree.exists(file) && !tree.isFile(file)) {
      throw new InvalidFileException(file, "expected an image file, found a folder or a device");
    }
    try (InputStream in = tree.open(file)) {
      byte[] head = in.readNBytes(ImageFormat.SIGNATURE_BYTES);
      ImageFormat.required(file, head);
      byte[] bytes = new byte[requireLength(file, tree.size(file))];
      System.arraycopy(head, 0, bytes, 0, head.length);
      if (!fills(in, bytes, head.length) || in.read() >= 0) {
        throw new InvalidFileException(file, "it changed while it was read");
      }
      return bytes;
    } catch (InvalidFileException e) {
      throw e;
    } catch (IOException e) {
      throw Reason.notReadable(file, e);
    }
  }

  private static boolean fills(InputStream in, byte[] bytes, int from) throws IOException {
    int at = from;
    int count = 1;
    while (at < bytes.length && count > 0) {
      count = in.readNBytes(bytes, at, Math.min(MOST_AT_ONCE, bytes.length - at));
      at += count;
    }
    return at == bytes.length;
  }

  private static int requireLength(Path file, long length) throws InvalidFileException {
    if (length > MOST_FILE_BYTES) {
      throw new InvalidFileException(
          file,
          String.format(
              Locale.ROOT,
              "expected an image file of at most %d bytes, found %d",
              MOST_FILE_BYTES,
              length));
    }
    HeapRoom.require(
        file, String.format(Locale.ROOT, "%d bytes", length), BYTES_PER_FILE_BYTE * length);
    return (int) length;
  }

  /**
   * Decodes the bytes of a file.
   *
   * @param file for messages
   * @throws InvalidFileException if they are not a complete grey or colour image
   */
  static PixelImage decode(Path file, byte[] bytes) throws InvalidFileException {
    try (OpenImage image = OpenImage.of(file, bytes)) {
      return image.decode();
    }
  }

  /**
   * Decodes the bytes of one file of many, as soon as there is memory for it beside the others.
   *
   * @param use makes something smaller of the image; counts as a part of decoding
   */
  static <T> T decode(Path file, byte[] bytes, Function<PixelImage, T> use)
      throws InvalidFileException {
    try (OpenImage image = OpenImage.of(file, bytes)) {
      long pixels = (long) image.height() * image.width();
      return DecodingRoom.HEAP.use(pixels, () -> use.apply(image.decode()));
    }
  }
}
