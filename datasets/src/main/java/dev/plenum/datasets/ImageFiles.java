package dev.plenum.datasets;

import dev.plenum.api.network.Shape;
import dev.plenum.datasets.internal.image.ImageDecoder;
import dev.plenum.datasets.internal.image.ImageFormat;
import dev.plenum.datasets.internal.image.ImageTree;
import dev.plenum.datasets.picture.Preparation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Image files that need not be of a dataset. */
public final class ImageFiles {
  /** The formats that are read, for messages: {@value}. */
  public static final String FORMATS = ImageFormat.NAMES;

  private ImageFiles() {}

  /**
   * Reads an image file of one of the {@link #FORMATS} as {@link ImageFolder} does.
   *
   * @param file its name does not matter, its content says what it is
   * @param shape (height, width, channels) of the result, with 1 or 3 channels; the image is scaled and
   *     turned into grey or colour as needed
   * @return one byte per channel, in h, w, c order
   * @throws IOException if the file cannot be read or is no complete image; the message names it
   * @throws IllegalArgumentException if the shape is not that of such an image
   */
  public static byte[] read(Path file, Shape shape) throws IOException {
    return read(file, shape, Preparation.standard());
  }

  /**
   * The same, with the image brought to its size and colours in this way.
   *
   * @param file its name does not matter, its content says what it is
   * @param shape (height, width, channels) of the result, with 1 or 3 channels
   * @param how scales the image, and turns it into grey or colour, as needed
   * @return one byte per channel, in h, w, c order
   * @throws IOException if the file cannot be read or is no complete image; the message names it
   * @throws IllegalArgumentException if the shape is not that of such an image
   */
  public static byte[] read(Path file, Shape shape, Preparation how) throws IOException {
    requireImage(shape);
    return ImageDecoder.read(file, how, shape.height(), shape.width(), shape.channels());
  }

  /**
   * The same for an image that is in no file.
   *
   * @param shownAs what messages call it
   * @param in is read to its end
   * @param shape (height, width, channels) of the result, with 1 or 3 channels
   * @return one byte per channel, in h, w, c order
   * @throws IOException if it cannot be read or is no complete image; the message has the name
   * @throws IllegalArgumentException if the shape is not that of such an image
   */
  public static byte[] read(Path shownAs, InputStream in, Shape shape) throws IOException {
    return read(shownAs, in, shape, Preparation.standard());
  }

  /**
   * The same, with the image brought to its size and colours in this way.
   *
   * @param shownAs what messages call it
   * @param in is read to its end
   * @param shape (height, width, channels) of the result, with 1 or 3 channels
   * @param how scales the image, and turns it into grey or colour, as needed
   * @return one byte per channel, in h, w, c order
   * @throws IOException if it cannot be read or is no complete image; the message has the name
   * @throws IllegalArgumentException if the shape is not that of such an image
   */
  public static byte[] read(Path shownAs, InputStream in, Shape shape, Preparation how)
      throws IOException {
    requireImage(shape);
    return ImageDecoder.read(shownAs, in, how, shape.height(), shape.width(), shape.channels());
  }

  static void requireImage(Shape shape) {
    boolean possible = shape.isImage() && (shape.channels() == 1 || shape.channels() == 3);
    if (!possible) {
      throw new IllegalArgumentException(
          "an image has the shape (height, width, 1) or (height, width, 3), not " + shape);
    }
  }

  /**
   * {@return the image files in a folder and in the folders within it, in the order of their paths} They are
   * known by how they begin; hidden ones are left out, and links to folders are not followed.
   *
   * @param folder paths in the result begin with it
   * @throws IOException if it is not a folder, cannot be read, or has no image
   */
  public static List<Path> in(Path folder) throws IOException {
    return ImageTree.images(folder);
  }
}
