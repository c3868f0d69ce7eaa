package dev.plenum.datasets.internal.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;

/**
 * A decoded image: one byte per channel in h, w, c order, one channel for grey, three for red, green,
 * blue. Its array must not be changed.
 */
public final class PixelImage {
  public static final int GREY = 1;
  public static final int RGB = 3;

  private final int height;
  private final int width;
  private final int channels;
  private final byte[] pixels;
  private final Orientation orientation;

  public PixelImage(int height, int width, int channels, byte[] pixels) {
    this(height, width, channels, pixels, Orientation.NORMAL);
  }

  private PixelImage(int height, int width, int channels, byte[] pixels, Orientation orientation) {
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.pixels = pixels;
    this.orientation = orientation;
  }

  /**
   * That of the JDK's; its samples are taken as they are, without the colour conversions of AWT.
   *
   * @throws IOException if they are neither grey nor red, green and blue; the message says, without a
   *     subject, what is wrong
   */
  public static PixelImage of(BufferedImage image) throws IOException {
    return new PixelReader(image).read();
  }

  public int height() {
    return height;
  }

  public int width() {
    return width;
  }

  public int channels() {
    return channels;
  }

  public byte[] pixels() {
    return pixels;
  }

  /** How its file says that it is to be shown; only images as they are stored know it. */
  Orientation orientation() {
    return orientation;
  }

  /** The same image, which is to be shown so. */
  PixelImage toBeShown(Orientation other) {
    return new PixelImage(height, width, channels, pixels, other);
  }

  /** Whether it is to be shown turned or mirrored. */
  public boolean isTurned() {
    return !orientation.equals(Orientation.NORMAL);
  }

  /** With one or three channels. */
  public PixelImage withChannels(int wanted) {
    if (wanted == channels) {
      return this;
    }
    return wanted == GREY ? grey() : new PixelImage(height, width, RGB, tripled(pixels));
  }

  /** Each grey value three times: the same picture in red, green and blue. */
  static byte[] tripled(byte[] grey) {
    byte[] rgb = new byte[Math.multiplyExact(RGB, grey.length)];
    for (int i = 0; i < grey.length; i++) {
      Arrays.fill(rgb, RGB * i, RGB * (i + 1), grey[i]);
    }
    return rgb;
  }

  /** Luma of ITU-R BT.601, Y = 0.299 R + 0.587 G + 0.114 B, rounded half up; keeps grey as it is. */
  private PixelImage grey() {
    byte[] grey = new byte[height * width];
    for (int i = 0; i < grey.length; i++) {
      int red = pixels[RGB * i] & 0xff;
      int green = pixels[RGB * i + 1] & 0xff;
      int blue = pixels[RGB * i + 2] & 0xff;
      grey[i] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
    }
    return new PixelImage(height, width, GREY, grey);
  }

  /** In grey as Pillow's {@code convert("L")} makes it. */
  PixelImage pillowGrey() {
    if (channels == GREY) {
      return this;
    }
    byte[] grey = new byte[height * width];
    for (int i = 0; i < grey.length; i++) {
      int red = pixels[RGB * i] & 0xff;
      int green = pixels[RGB * i + 1] & 0xff;
      int blue = pixels[RGB * i + 2] & 0xff;
      grey[i] = (byte) ((19595 * red + 38470 * green + 7471 * blue + 0x8000) >> 16);
    }
    return new PixelImage(height, width, GREY, grey);
  }

  /** With one channel if red, green and blue are equal everywhere, else as it is. */
  public PixelImage withoutNeedlessColour() {
    if (channels == GREY) {
      return this;
    }
    for (int i = 0; i < pixels.length; i += RGB) {
      if (pixels[i] != pixels[i + 1] || pixels[i] != pixels[i + 2]) {
        return this;
      }
    }
    return grey();
  }
}
