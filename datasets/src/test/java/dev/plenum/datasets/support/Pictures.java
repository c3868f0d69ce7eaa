package dev.plenum.datasets.support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes image files. */
public final class Pictures {
  private Pictures() {}

  /** A grey image; pixel (y, x) has the value (seed + 40 y + 7 x) mod 256. */
  public static BufferedImage grey(int height, int width, int seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.getRaster().setSample(x, y, 0, greyAt(y, x, seed));
      }
    }
    return image;
  }

  public static int greyAt(int y, int x, int seed) {
    return (seed + 40 * y + 7 * x) & 0xff;
  }

  /** An image of one colour, 0xrrggbb or, with alpha, 0xaarrggbb. */
  public static BufferedImage plain(int height, int width, int type, int argb) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, argb);
      }
    }
    return image;
  }

  public static byte[] encode(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
    }
    return bytes.toByteArray();
  }

  /** Writes a file in the format that its name's ending says, and the folders above it. */
  public static Path write(Path file, BufferedImage image) throws IOException {
    String name = String.valueOf(file.getFileName());
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return Files.write(file, encode(image, name.substring(name.lastIndexOf('.') + 1)));
  }
}
