package dev.plenum.datasets;

import dev.plenum.datasets.internal.image.OpenImage;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The bytes of an image file whose size is known from its header, so that whoever takes pictures from
 * strangers can refuse large ones before anything of their size is made. Used by one thread.
 */
public final class EncodedImage implements AutoCloseable {
  private final OpenImage image;

  private EncodedImage(OpenImage image) {
    this.image = image;
  }

  /**
   * Reads the header.
   *
   * @param shownAs what messages call the image
   * @param bytes of a file of one of the {@link ImageFiles#FORMATS}; not copied
   * @return the image, not decoded yet; the caller closes it
   * @throws IOException if they do not begin as such a file does; the message has the name
   */
  public static EncodedImage of(Path shownAs, byte[] bytes) throws IOException {
    return new EncodedImage(OpenImage.of(shownAs, bytes));
  }

  /** {@return the height in pixels, as the header says} */
  public int height() {
    return image.height();
  }

  /** {@return the width in pixels, as the header says} */
  public int width() {
    return image.width();
  }

  /**
   * Decodes the pixels; called once.
   *
   * @return the image in its own size
   * @throws IOException if they are not those of a complete grey or colour image, or too many for {@link
   *     ImageFiles}; the message has the name
   */
  public DecodedImage decode() throws IOException {
    return new DecodedImage(image.decode());
  }

  /** Gives back what decoding took. */
  @Override
  public void close() {
    image.close();
  }
}
