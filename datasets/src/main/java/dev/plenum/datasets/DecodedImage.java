package dev.plenum.datasets;

import dev.plenum.api.network.Shape;
import dev.plenum.datasets.internal.image.ImageDecoder;
import dev.plenum.datasets.internal.image.PixelImage;
import dev.plenum.datasets.picture.Preparation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;

/** An image in its own size, grey or in colour, which can be prepared for a network; immutable. */
public final class DecodedImage {
  private final PixelImage image;

  DecodedImage(PixelImage image) {
    this.image = image;
  }

  /**
   * {@return an image of the JDK's} Samples are taken as they are; what is transparent is laid over white.
   *
   * @param image grey, in red, green and blue, or in inks (CMYK)
   * @throws IOException if its colours are none of these, or its samples have more than 16 bits; the message
   *     says, without a subject, what is wrong
   */
  public static DecodedImage of(BufferedImage image) throws IOException {
    return new DecodedImage(PixelImage.of(image));
  }

  /**
   * {@return an image of these pixels, which are copied}
   *
   * @param shape (height, width, channels), with 1 or 3 channels
   * @param pixels one byte per channel, in h, w, c order
   * @throws IllegalArgumentException if the shape is not that of such an image, or there are more or fewer
   *     pixels
   */
  public static DecodedImage of(Shape shape, byte[] pixels) {
    ImageFiles.requireImage(shape);
    if (pixels.length != shape.size()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "an image of shape %s has %d bytes, not %d",
          shape,
          shape.size(),
          pixels.length));
    }
    return new DecodedImage(
        new PixelImage(shape.height(), shape.width(), shape.channels(), pixels.clone()));
  }

  /** {@return (height, width, channels), with 1 or 3 channels} */
  public Shape shape() {
    return Shape.of(image.height(), image.width(), image.channels());
  }

  /** {@return one byte per channel, in h, w, c order; a copy} */
  public byte[] pixels() {
    return image.pixels().clone();
  }

  /**
   * The image in a network's size and colours.
   *
   * @param shape (height, width, channels) of the result, with 1 or 3 channels
   * @param how scales the image, and turns it into grey or colour, as needed
   * @return one byte per channel, in h, w, c order
   * @throws IllegalArgumentException if the shape is not that of such an image
   */
  public byte[] prepared(Shape shape, Preparation how) {
    ImageFiles.requireImage(shape);
    byte[] prepared =
        ImageDecoder.prepared(image, how, shape.height(), shape.width(), shape.channels());
    return prepared == image.pixels() ? prepared.clone() : prepared;
  }
}
