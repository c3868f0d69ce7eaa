package dev.plenum.datasets.internal.ink;

import java.util.Arrays;

/** How wide the strokes of something written are, and makes them wider or narrower. */
public final class Strokes {
  private Strokes() {}

  /** The mean width of the strokes, in pixels: twice their area by the length of their outline. */
  public static double width(Ink ink) {
    double area = 0;
    double outline = 0;
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        double here = at(ink, y, x);
        double down = at(ink, y + 1, x) - here;
        double right = at(ink, y, x + 1) - here;
        area += here;
        outline += Math.sqrt(down * down + right * right);
      }
    }
    return outline == 0 ? 0 : 2 * area / outline;
  }

  private static double at(Ink ink, int y, int x) {
    boolean isInside = y < ink.height() && x < ink.width();
    return isInside ? (ink.values()[y * ink.width() + x] & 0xff) / 255.0 : 0;
  }

  /** The same with every stroke wider by that many pixels on each side; narrower if it is negative. */
  public static Ink widened(Ink ink, double radius) {
    if (radius >= 0) {
      return new Ink(ink.height(), ink.width(), grown(ink, ink.values(), radius), ink.box());
    }
    byte[] paper = inverted(grown(ink, inverted(ink.values()), -radius));
    return new Ink(ink.height(), ink.width(), paper, ink.box());
  }

  private static byte[] inverted(byte[] values) {
    byte[] inverted = values.clone();
    for (int i = 0; i < inverted.length; i++) {
      inverted[i] = (byte) ~values[i];
    }
    return inverted;
  }

  /** The largest value in a disc around each pixel, whose rim counts by how much of it is inside. */
  private static byte[] grown(Ink ink, byte[] values, double radius) {
    int reach = (int) Math.ceil(radius);
    double[] weights = new double[(2 * reach + 1) * (2 * reach + 1)];
    Arrays.setAll(weights, i -> {
      int dy = i / (2 * reach + 1) - reach;
      int dx = i % (2 * reach + 1) - reach;
      return Math.min(1, Math.max(0, radius + 1 - Math.sqrt(dy * dy + dx * dx)));
    });
    byte[] grown = new byte[values.length];
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        double most = 0;
        for (int i = 0; i < weights.length; i++) {
          int sy = y + i / (2 * reach + 1) - reach;
          int sx = x + i % (2 * reach + 1) - reach;
          if (weights[i] > 0 && sy >= 0 && sx >= 0 && sy < ink.height() && sx < ink.width()) {
            most = Math.max(most, weights[i] * (values[sy * ink.width() + sx] & 0xff));
          }
        }
        grown[y * ink.width() + x] = (byte) Math.round(most);
      }
    }
    return grown;
  }
}
