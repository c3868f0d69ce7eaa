package dev.plenum.report;

import dev.plenum.api.network.Shape;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * A dataset's images at a size to look at: small ones enlarged three or four times with their pixels
 * to be seen, large ones reduced.
 */
public final class Thumbnails {
  private static final int USUAL_SIDE = 112;
  private static final int LARGEST_SIDE = 168;
  private static final int LARGEST_ENLARGEMENT = 4;

  private final Shape shape;
  private final int width;
  private final int height;

  /**
   * For images of one shape.
   *
   * @param shape has 1 or 3 channels; of other numbers the first is shown
   */
  public Thumbnails(Shape shape) {
    this.shape = shape;
    int longer = Math.max(shape.height(), shape.width());
    double scale = longer > LARGEST_SIDE
        ? (double) LARGEST_SIDE / longer
        : Math.max(1, Math.min(LARGEST_ENLARGEMENT, USUAL_SIDE / longer));
    this.width = Math.max(1, (int) Math.round(shape.width() * scale));
    this.height = Math.max(1, (int) Math.round(shape.height() * scale));
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Draws one image, given as bytes in h, w, c order. */
  void draw(Graphics2D graphics, byte[] pixels, int x, int y) {
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        width < shape.width()
            ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
            : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    graphics.drawImage(image(pixels), x, y, width, height, null);
  }

  /**
   * {@return one image as it is, or reduced}
   *
   * @param pixels bytes in h, w, c order; not copied
   */
  public Picture picture(byte[] pixels) {
    return () -> small(pixels);
  }

  private BufferedImage small(byte[] pixels) {
    if (width >= shape.width()) {
      return image(pixels);
    }
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    draw(graphics, pixels, 0, 0);
    graphics.dispose();
    return small;
  }

  private BufferedImage image(byte[] pixels) {
    BufferedImage image =
        new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
    int channels = shape.channels();
    for (int i = 0; i < shape.height() * shape.width(); i++) {
      int red = pixels[i * channels] & 0xff;
      int green = channels == 3 ? pixels[i * channels + 1] & 0xff : red;
      int blue = channels == 3 ? pixels[i * channels + 2] & 0xff : red;
      image.setRGB(i % shape.width(), i / shape.width(), red << 16 | green << 8 | blue);
    }
    return image;
  }
}
