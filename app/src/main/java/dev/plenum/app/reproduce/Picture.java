package dev.plenum.app.reproduce;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture of the report.
 *
 * @param file the name of its file
 * @param caption what stands below it
 * @param description what it shows, for those who cannot see it
 * @param image the picture
 */
record Picture(String file, String caption, String description, BufferedImage image) {

  /** The picture as a PNG file. */
  byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory can always be encoded", e);
    }
    return bytes.toByteArray();
  }
}
