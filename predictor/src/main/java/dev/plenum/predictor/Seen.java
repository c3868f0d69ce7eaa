package dev.plenum.predictor;

import dev.plenum.api.network.Shape;
import java.awt.image.BufferedImage;

/** The pixels of a picture as the network saw them, before they became numbers; immutable. */
public final class Seen {
  private static final int GREY = 1;

  private final Shape shape;
  private final byte[] pixels;

  Seen(Shape shape, byte[] pixels) {
    this.shape = shape;
    this.pixels = pixels;
  }

  /** {@return the shape (height, width, channels), with 1 or 3 channels} */
  public Shape shape() {
    return shape;
  }

  /** {@return one byte from 0 to 255 per channel, in h, w, c order; a copy} */
  public byte[] pixels() {
    return pixels.clone();
  }

  /** The same, not copied. */
  byte[] bytes() {
    return pixels;
  }

  /** {@return whether there is nothing to be seen: all pixels are the same} */
  public boolean isBlank() {
    for (int i = shape.channels(); i < pixels.length; i++) {
      if (pixels[i] != pixels[i - shape.channels()]) {
        return false;
      }
    }
    return true;
  }

  /** {@return a new image of them, in red, green and blue} */
  public BufferedImage image() {
    BufferedImage image =
        new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < shape.height() * shape.width(); i++) {
      image.setRGB(i % shape.width(), i / shape.width(), rgb(i * shape.channels()));
    }
    return image;
  }

  private int rgb(int at) {
    int step = shape.channels() == GREY ? 0 : 1;
    return (pixels[at] & 0xff) << 16
        | (pixels[at + step] & 0xff) << 8
        | (pixels[at + 2 * step] & 0xff);
  }
}
