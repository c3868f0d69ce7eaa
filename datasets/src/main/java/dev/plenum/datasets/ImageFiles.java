package dev.plenum.datasets;

import dev.plenum.api.network.Shape;
import dev.plenum.datasets.internal.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Path;

/** Single image files. */
public final class ImageFiles {
  private ImageFiles() {}

  /**
   * Reads a PNG, JPEG, GIF or BMP file as {@link ImageFolder} does.
   *
   * @param shape (height, width, channels) of the result, with 1 or 3 channels; the image is scaled and
   *     turned into grey or colour as needed
   * @return one byte per channel, in h, w, c order
   * @throws IOException if the file cannot be read or is no complete image; the message names it
   * @throws IllegalArgumentException if the shape is not that of such an image
   */
  public static byte[] read(Path file, Shape shape) throws IOException {
    boolean possible = shape.isImage() && (shape.channels() == 1 || shape.channels() == 3);
    if (!possible) {
      throw new IllegalArgumentException(
          "an image has the shape (height, width, 1) or (height, width, 3), not " + shape);
    }
    return ImageDecoder.read(file, shape.height(), shape.width(), shape.channels());
  }
}
