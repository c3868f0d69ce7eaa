package dev.plenum.datasets.internal.image;

import java.io.IOException;

/** An image file in memory whose header can be read before its pixels are decoded. */
interface StoredImage extends AutoCloseable {
  /** In pixels, as the header says. */
  int width() throws IOException;

  /** In pixels, as the header says. */
  int height() throws IOException;

  /**
   * Decodes the pixels.
   *
   * @throws IOException if they are not whole; the message says, without a subject, what is wrong
   */
  PixelImage pixels() throws IOException;

  /** Gives back what decoding took. */
  @Override
  default void close() {}
}
