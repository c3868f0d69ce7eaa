package dev.plenum.datasets.internal.audit;

import dev.plenum.datasets.internal.image.PixelImage;
import dev.plenum.datasets.internal.image.Resizer;

/**
 * What an image looks like at a glance: in grey, and at most 32 pixels high and wide. Immutable.
 */
final class Thumbnail {
  /** In pixels. */
  static final int SIDE = 32;

  /** Of fewer pixels none is to spare. */
  private static final int SMALL = 8;

  private final PixelImage grey;

  private Thumbnail(PixelImage grey) {
    this.grey = grey;
  }

  static Thumbnail of(PixelImage image) {
    PixelImage grey = image.withChannels(PixelImage.GREY);
    return new Thumbnail(
        Resizer.resize(grey, Math.min(SIDE, grey.height()), Math.min(SIDE, grey.width())));
  }

  /** Of exactly 32 by 32 pixels. */
  Thumbnail square() {
    return scaled(SIDE, SIDE);
  }

  /** Moved down and to the right by so many pixels; its edge is repeated where it leaves room. */
  Thumbnail moved(int down, int right) {
    byte[] pixels = new byte[grey.pixels().length];
    for (int y = 0; y < grey.height(); y++) {
      int row = Math.max(0, Math.min(grey.height() - 1, y - down)) * grey.width();
      for (int x = 0; x < grey.width(); x++) {
        pixels[y * grey.width() + x] =
            grey.pixels()[row + Math.max(0, Math.min(grey.width() - 1, x - right))];
      }
    }
    return new Thumbnail(new PixelImage(grey.height(), grey.width(), PixelImage.GREY, pixels));
  }

  /** The brightness at (y, x), from 0 to 255. */
  int at(int y, int x) {
    return grey.pixels()[y * grey.width() + x] & 0xff;
  }

  /**
   * How alike this, moved, and another are where they overlap: the correlation of their pixels, from −1
   * to 1, which does not depend on brightness and contrast; 0 if one is of one grey. The outermost pixels,
   * where a shift leaves a gap, do not count. Of two sizes it is the one in which they are more alike.
   */
  double correlation(Thumbnail other, int down, int right) {
    double atMine = overlap(other.scaled(grey.height(), grey.width()), down, right);
    boolean isOneSize = grey.height() == other.grey.height() && grey.width() == other.grey.width();
    return isOneSize
        ? atMine
        : Math.max(
            atMine, scaled(other.grey.height(), other.grey.width()).overlap(other, down, right));
  }

  private Thumbnail scaled(int height, int width) {
    return new Thumbnail(Resizer.resize(grey, height, width));
  }

  private double overlap(Thumbnail other, int down, int right) {
    long n = 0;
    long a = 0;
    long b = 0;
    long aa = 0;
    long bb = 0;
    long ab = 0;
    int edge = Math.min(grey.height(), grey.width()) < SMALL ? 0 : 1;
    for (int y = edge + Math.max(0, down); y < grey.height() - edge + Math.min(0, down); y++) {
      for (int x = edge + Math.max(0, right); x < grey.width() - edge + Math.min(0, right); x++) {
        long mine = at(y - down, x - right);
        long its = other.at(y, x);
        n++;
        a += mine;
        b += its;
        aa += mine * mine;
        bb += its * its;
        ab += mine * its;
      }
    }
    double spread = Math.sqrt((double) (n * aa - a * a)) * Math.sqrt((double) (n * bb - b * b));
    return spread == 0 ? 0 : (n * ab - a * b) / spread;
  }
}
