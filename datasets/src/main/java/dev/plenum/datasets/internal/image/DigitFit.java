package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.ink.Box;
import dev.plenum.datasets.internal.ink.Ink;
import dev.plenum.datasets.internal.ink.InkFinder;
import dev.plenum.datasets.internal.ink.Strokes;
import java.util.Optional;

/**
 * Makes of a picture of something written what MNIST's makers made of theirs: white on black, scaled with
 * its proportions into a square of 20 × 20 pixels, whose centre of mass is put into the middle of 28 × 28;
 * the same in proportion for other sizes. Strokes that would be too thin or too thick for that square are
 * made wider or narrower first.
 */
final class DigitFit {
  /** The longer side of the picture in which ink is looked for, in pixels. */
  private static final int LOOKED_AT = 140;
  /** What is smaller is looked at again, closer. */
  private static final int SMALL = LOOKED_AT / 2;
  /** Around it, of its size. */
  private static final double MARGIN = 0.5;

  private static final int FIELD = 28;
  private static final int SQUARE = 20;
  /** The width of strokes, of the square's. */
  private static final double THIN = 2.0 / SQUARE;

  private static final double THICK = 4.0 / SQUARE;
  private static final int VISIBLE = 32;

  private DigitFit() {}

  /**
   * Makes it so; black if there is nothing on the picture.
   *
   * @param grey the picture
   */
  static PixelImage fit(PixelImage grey, int height, int width) {
    Optional<Ink> ink = find(grey);
    return ink.map(found -> placed(found, height, width))
        .orElseGet(() -> new PixelImage(height, width, PixelImage.GREY, new byte[height * width]));
  }

  private static Optional<Ink> find(PixelImage grey) {
    Span rows = Span.all(grey.height());
    Span columns = Span.all(grey.width());
    Optional<Ink> ink = find(grey, rows, columns);
    if (ink.isEmpty() || ink.get().box().size() >= SMALL) {
      return ink;
    }
    Box box = ink.get().box();
    double scale = (double) grey.height() / ink.get().height();
    double side = (1 + 2 * MARGIN) * box.size() * scale;
    double middleY = (box.top() + box.bottom()) / 2.0 * scale;
    double middleX = (box.left() + box.right()) / 2.0 * grey.width() / ink.get().width();
    Optional<Ink> closer =
        find(grey, around(grey.height(), middleY, side), around(grey.width(), middleX, side));
    return closer.or(() -> ink);
  }

  private static Span around(int inputs, double middle, double length) {
    double from = Math.max(0, middle - length / 2);
    return new Span(inputs, from, Math.min(inputs, middle + length / 2) - from);
  }

  private static Optional<Ink> find(PixelImage grey, Span rows, Span columns) {
    double scale = LOOKED_AT / Math.max(rows.length(), columns.length());
    int height = Math.max(1, (int) Math.round(rows.length() * scale));
    int width = Math.max(1, (int) Math.round(columns.length() * scale));
    PixelImage seen =
        Resizer.resize(grey, new TriangleFilter(rows, height), new TriangleFilter(columns, width));
    return InkFinder.find(height, width, seen.pixels());
  }

  private static PixelImage placed(Ink ink, int height, int width) {
    Ink written = withCommonStrokes(ink);
    int square = Math.max(1, Math.min(height, width) * SQUARE / FIELD);
    Box box = visible(written);
    double scale = (double) square / box.size();
    int innerHeight = Math.max(1, (int) Math.round(box.height() * scale));
    int innerWidth = Math.max(1, (int) Math.round(box.width() * scale));
    PixelImage picture =
        new PixelImage(written.height(), written.width(), PixelImage.GREY, written.values());
    PixelImage inner = Resizer.resize(
        picture,
        new TriangleFilter(new Span(picture.height(), box.top(), box.height()), innerHeight),
        new TriangleFilter(new Span(picture.width(), box.left(), box.width()), innerWidth));
    return centred(brightened(inner.pixels()), innerHeight, innerWidth, height, width);
  }

  private static Ink withCommonStrokes(Ink ink) {
    double size = ink.box().size();
    double stroke = Strokes.width(ink);
    double wanted = Math.min(THICK * size, Math.max(THIN * size, stroke));
    return stroke == wanted ? ink : Strokes.widened(ink, (wanted - stroke) / 2);
  }

  private static Box visible(Ink ink) {
    Box box = null;
    for (int i = 0; i < ink.values().length; i++) {
      if ((ink.values()[i] & 0xff) >= VISIBLE) {
        int y = i / ink.width();
        int x = i % ink.width();
        box = box == null ? new Box(y, x, y + 1, x + 1) : box.with(y, x);
      }
    }
    return box == null ? ink.box() : box;
  }

  /** So that the brightest pixel is white. */
  private static byte[] brightened(byte[] pixels) {
    int most = 1;
    for (byte pixel : pixels) {
      most = Math.max(most, pixel & 0xff);
    }
    byte[] bright = new byte[pixels.length];
    for (int i = 0; i < bright.length; i++) {
      bright[i] = (byte) (((pixels[i] & 0xff) * 255 + most / 2) / most);
    }
    return bright;
  }

  private static PixelImage centred(
      byte[] inner, int innerHeight, int innerWidth, int height, int width) {
    double mass = 0;
    double sumY = 0;
    double sumX = 0;
    for (int i = 0; i < inner.length; i++) {
      int y = i / innerWidth;
      int x = i % innerWidth;
      mass += inner[i] & 0xff;
      sumY += (inner[i] & 0xff) * (y + 0.5);
      sumX += (inner[i] & 0xff) * (x + 0.5);
    }
    int top = inside((int) Math.round(height / 2.0 - sumY / mass), height - innerHeight);
    int left = inside((int) Math.round(width / 2.0 - sumX / mass), width - innerWidth);
    byte[] field = new byte[height * width];
    for (int y = 0; y < innerHeight; y++) {
      System.arraycopy(inner, y * innerWidth, field, (top + y) * width + left, innerWidth);
    }
    return new PixelImage(height, width, PixelImage.GREY, field);
  }

  private static int inside(int offset, int most) {
    return Math.max(0, Math.min(most, offset));
  }
}
