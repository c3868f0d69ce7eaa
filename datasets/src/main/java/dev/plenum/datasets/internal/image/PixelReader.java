package dev.plenum.datasets.internal.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.util.Optional;

/**
 * Takes the stored samples out of an image, without the colour conversions that AWT would make (it
 * takes grey samples for linear light and brightens them). Samples of other widths than 8 bits are
 * scaled to 0 … 255 and rounded; transparent pixels are laid over white, the colour of paper.
 */
final class PixelReader {
  private static final int WHITE = 255;

  private final BufferedImage image;
  private final int height;
  private final int width;

  PixelReader(BufferedImage image) {
    this.image = image;
    this.height = image.getHeight();
    this.width = image.getWidth();
  }

  /** The pixels; empty if they are neither grey nor red, green and blue (CMYK, for example). */
  Optional<PixelImage> read() {
    ColorModel model = image.getColorModel();
    if (!(model instanceof ComponentColorModel)) {
      return Optional.of(readPacked());
    }
    int colours = colours(model.getColorSpace());
    boolean known = colours > 0 && model.getNumColorComponents() == colours;
    return known ? Optional.of(readSamples(model, colours)) : Optional.empty();
  }

  private static int colours(ColorSpace space) {
    return switch (space.getType()) {
      case ColorSpace.TYPE_GRAY -> PixelImage.GREY;
      case ColorSpace.TYPE_RGB -> PixelImage.RGB;
      default -> 0;
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
        int alpha = argb >>> 24;
        for (int shift = 16; shift >= 0; shift -= 8) {
          pixels[target++] = overWhite(argb >> shift & 0xff, alpha);
        }
      }
    }
    return new PixelImage(height, width, PixelImage.RGB, pixels);
  }

  private PixelImage readSamples(ColorModel model, int colours) {
    byte[] pixels = new byte[height * width * colours];
    int bands = image.getRaster().getNumBands();
    int[] row = new int[width * bands];
    int target = 0;
    for (int y = 0; y < height; y++) {
      image.getRaster().getPixels(0, y, width, 1, row);
      for (int start = 0; start < row.length; start += bands) {
        int alpha = bands > colours ? eightBits(model, colours, row[start + colours]) : WHITE;
        for (int band = 0; band < colours; band++) {
          pixels[target++] = overWhite(eightBits(model, band, row[start + band]), alpha);
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
}
