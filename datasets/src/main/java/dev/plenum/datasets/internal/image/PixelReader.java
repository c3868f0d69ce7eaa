package dev.plenum.datasets.internal.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.io.IOException;

/**
 * Takes the stored samples out of an image, without the colour conversions that AWT would make (it
 * takes grey samples for linear light and brightens them). Samples of other widths than 8 bits are
 * scaled to 0 … 255 and rounded; transparent pixels are laid over white, the colour of paper; inks let
 * through what they do not cover, R = (255 − C) (255 − K) / 255, whatever the printer's profile.
 */
final class PixelReader {
  /** White, in red, green and blue. */
  static final int PAPER = 0xffffff;

  private static final int WHITE = 255;
  private static final int INKS = 4;
  private static final int MOST_BITS = 16;

  private final BufferedImage image;
  private final Alpha alpha;
  private final int height;
  private final int width;

  /** What a sample behind the colours is. */
  enum Alpha {
    /** There is none, or it has nothing to do with the picture. */
    NONE,
    /** How opaque the colours are. */
    SEPARATE,
    /** The same, and the colours are multiplied by it already. */
    MULTIPLIED
  }

  PixelReader(BufferedImage image) {
    this(image, image.isAlphaPremultiplied() ? Alpha.MULTIPLIED : Alpha.SEPARATE);
  }

  /** For an image whose colour model is wrong about its alpha. */
  PixelReader(BufferedImage image, Alpha alpha) {
    this.image = image;
    this.alpha = alpha;
    this.height = image.getHeight();
    this.width = image.getWidth();
  }

  /**
   * The pixels.
   *
   * @throws IOException if they are neither grey nor red, green and blue, nor inks
   */
  PixelImage read() throws IOException {
    ColorModel model = image.getColorModel();
    if (!(model instanceof ComponentColorModel)) {
      return readPacked();
    }
    if (model.getComponentSize(0) > MOST_BITS) {
      throw new IOException("its samples have %s bits, at most %s are read"
          .formatted(model.getComponentSize(0), MOST_BITS));
    }
    int colours = model.getNumColorComponents();
    return switch (model.getColorSpace().getType()) {
      case ColorSpace.TYPE_GRAY, ColorSpace.TYPE_RGB -> readSamples(model, colours);
      case ColorSpace.TYPE_CMYK -> withoutInks(readSamples(model, colours));
      default -> throw new IOException("its colours are none that are read; convert it to RGB");
    };
  }

  /** Palettes and packed pixels: AWT hands them out as 8-bit alpha, red, green, blue, unconverted. */
  private PixelImage readPacked() {
    byte[] pixels = new byte[height * width * PixelImage.RGB];
    int[] row = new int[width];
    int target = 0;
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int argb : row) {
        int opacity = argb >>> 24;
        for (int shift = 16; shift >= 0; shift -= 8) {
          pixels[target++] = overWhite(argb >> shift & 0xff, opacity);
        }
      }
    }
    return new PixelImage(height, width, PixelImage.RGB, pixels);
  }

  private PixelImage readSamples(ColorModel model, int colours) {
    byte[] pixels = new byte[height * width * colours];
    int bands = image.getRaster().getNumBands();
    boolean hasAlpha = bands > colours && alpha != Alpha.NONE;
    int[] row = new int[width * bands];
    int target = 0;
    for (int y = 0; y < height; y++) {
      image.getRaster().getPixels(0, y, width, 1, row);
      for (int start = 0; start < row.length; start += bands) {
        int opacity = hasAlpha ? eightBits(model, colours, row[start + colours]) : WHITE;
        for (int band = 0; band < colours; band++) {
          int value = eightBits(model, band, row[start + band]);
          pixels[target++] =
              alpha == Alpha.MULTIPLIED ? addedToWhite(value, opacity) : overWhite(value, opacity);
        }
      }
    }
    return new PixelImage(height, width, colours, pixels);
  }

  private static int eightBits(ColorModel model, int band, int sample) {
    long max = (1L << model.getComponentSize(band)) - 1;
    return (int) ((sample * 255L + max / 2) / max);
  }

  private static byte overWhite(int value, int alpha) {
    return (byte) ((value * alpha + WHITE * (255 - alpha) + 127) / 255);
  }

  /** Of a value that is multiplied by alpha already. */
  private static byte addedToWhite(int value, int alpha) {
    return (byte) Math.min(WHITE, value + WHITE - alpha);
  }

  private static PixelImage withoutInks(PixelImage cmyk) {
    byte[] pixels = new byte[cmyk.height() * cmyk.width() * PixelImage.RGB];
    for (int i = 0; i < pixels.length; i++) {
      int pixel = i / PixelImage.RGB * INKS;
      int paper = WHITE - (cmyk.pixels()[pixel + i % PixelImage.RGB] & 0xff);
      int black = cmyk.pixels()[pixel + INKS - 1] & 0xff;
      pixels[i] = (byte) ((paper * (WHITE - black) + 127) / 255);
    }
    return new PixelImage(cmyk.height(), cmyk.width(), PixelImage.RGB, pixels);
  }
}
