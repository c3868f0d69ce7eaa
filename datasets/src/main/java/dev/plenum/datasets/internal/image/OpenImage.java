package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.HeapRoom;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** An image file in memory whose header was read; its pixels are decoded when they are asked for. */
public final class OpenImage implements AutoCloseable {
  /** Enough for most cameras. */
  private static final long MOST_PIXELS = 1 << 26;
  /** Four coefficients or samples of 16 bits, as many bytes as decoded, three as kept. */
  static final int BYTES_PER_PIXEL = 16;

  private static final int LONGEST_SIDE = 1 << 16;

  private final Path file;
  private final byte[] bytes;
  private final ImageFormat format;
  private final StoredImage image;
  private final int height;
  private final int width;

  private OpenImage(Path file, byte[] bytes, ImageFormat format, StoredImage image)
      throws IOException {
    this.file = file;
    this.bytes = bytes;
    this.format = format;
    this.image = image;
    this.height = image.height();
    this.width = image.width();
  }

  /**
   * Reads the header.
   *
   * @param file for messages
   * @throws InvalidFileException if it is none of an image, or makes no sense
   */
  public static OpenImage of(Path file, byte[] bytes) throws InvalidFileException {
    ImageFormat format = ImageFormat.required(file, bytes);
    return checked(file, format, () -> {
      StoredImage image = format.open(bytes);
      try {
        return new OpenImage(file, bytes, format, image);
      } catch (IOException | RuntimeException e) {
        image.close();
        throw e;
      }
    });
  }

  /** In pixels, as the header says. */
  public int height() {
    return height;
  }

  /** In pixels, as the header says. */
  public int width() {
    return width;
  }

  /**
   * Decodes the pixels; called once.
   *
   * @throws InvalidFileException if they are not those of a complete grey or colour image, or too many
   */
  public PixelImage decode() throws InvalidFileException {
    requireSize();
    return checked(file, format, () -> image.pixels().toBeShown(ExifOrientation.of(bytes)));
  }

  private void requireSize() throws InvalidFileException {
    boolean possible = Math.min(width, height) > 0 && Math.max(width, height) <= LONGEST_SIDE;
    if (!possible || (long) width * height > MOST_PIXELS) {
      throw new InvalidFileException(
          file,
          String.format(
              Locale.ROOT,
              "expected an image of 1 to %d pixels, at most %d wide or high, its header says %d x %d",
              MOST_PIXELS,
              LONGEST_SIDE,
              width,
              height));
    }
    HeapRoom.require(
        file,
        String.format(Locale.ROOT, "%d x %d pixels", width, height),
        (long) BYTES_PER_PIXEL * width * height);
  }

  private interface Step<T> {
    T make() throws IOException;
  }

  private static <T> T checked(Path file, ImageFormat format, Step<T> step)
      throws InvalidFileException {
    try {
      return step.make();
    } catch (InvalidFileException e) {
      throw e;
    } catch (IOException e) {
      throw damaged(file, format, Reason.of(e));
    } catch (RuntimeException e) {
      // Readers throw them, of many kinds and without a clear word, on damaged files.
      throw damaged(file, format, "its data make no sense");
    }
  }

  private static InvalidFileException damaged(Path file, ImageFormat format, String problem) {
    return new InvalidFileException(
        file, "expected a complete %s image, but %s".formatted(format, problem));
  }

  /** Gives back what decoding took. */
  @Override
  public void close() {
    image.close();
  }
}
