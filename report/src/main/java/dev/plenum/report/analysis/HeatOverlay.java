package dev.plenum.report.analysis;

import dev.plenum.api.network.Shape;
import dev.plenum.experiment.analysis.HeatMap;
import dev.plenum.report.Picture;
import java.awt.image.BufferedImage;

/** A heat map over the picture that it is of: warm where something speaks for a class, blue where against it. */
final class HeatOverlay {
  private static final int LONGER_SIDE = 112;
  private static final double STRENGTH = 0.8;
  private static final int[] WARM = {0xff, 0x6a, 0x00};
  private static final int[] COLD = {0x2b, 0x7d, 0xe9};

  private HeatOverlay() {}

  /**
   * The picture.
   *
   * @param shape of the pixels
   * @param pixels in the order h, w, c
   */
  static Picture of(Shape shape, byte[] pixels, HeatMap heat) {
    return () -> draw(shape, pixels, heat);
  }

  private static BufferedImage draw(Shape shape, byte[] pixels, HeatMap heat) {
    double scale = (double) LONGER_SIDE / Math.max(shape.height(), shape.width());
    int height = Math.max(1, (int) Math.round(shape.height() * scale));
    int width = Math.max(1, (int) Math.round(shape.width() * scale));
    double highest = heat.values().stream().mapToDouble(Math::abs).max().orElse(0);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int row = y * shape.height() / height;
        int column = x * shape.width() / width;
        double share =
            highest == 0 ? 0 : smooth(heat, (y + 0.5) / height, (x + 0.5) / width) / highest;
        image.setRGB(x, y, mixed(grey(shape, pixels, row, column), share));
      }
    }
    return image;
  }

  private static int grey(Shape shape, byte[] pixels, int row, int column) {
    int sum = 0;
    for (int c = 0; c < shape.channels(); c++) {
      sum += pixels[(row * shape.width() + column) * shape.channels() + c] & 0xff;
    }
    return sum / shape.channels();
  }

  private static int mixed(int grey, double share) {
    int[] colour = share < 0 ? COLD : WARM;
    double part = STRENGTH * Math.min(1, Math.abs(share));
    int rgb = 0;
    for (int c = 0; c < colour.length; c++) {
      rgb = rgb << 8 | (int) Math.round(grey * (1 - part) + colour[c] * part);
    }
    return rgb;
  }

  /** Between the centres of the map's places, in a straight line. */
  private static double smooth(HeatMap heat, double down, double across) {
    double row = Math.max(0, Math.min(heat.height() - 1, down * heat.height() - 0.5));
    double column = Math.max(0, Math.min(heat.width() - 1, across * heat.width() - 0.5));
    int top = (int) Math.floor(row);
    int left = (int) Math.floor(column);
    int bottom = Math.min(top + 1, heat.height() - 1);
    int right = Math.min(left + 1, heat.width() - 1);
    double upper = between(heat.at(top, left), heat.at(top, right), column - left);
    double lower = between(heat.at(bottom, left), heat.at(bottom, right), column - left);
    return between(upper, lower, row - top);
  }

  private static double between(double one, double other, double share) {
    return one + (other - one) * share;
  }
}
