package dev.plenum.datasets.spi;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Image files (PNG, JPEG …) with their classes that lie in other files, as the rows of a table do. {@link
 * dev.plenum.datasets.ImageFolder#of(Path, String, Opener)} makes a dataset of them.
 */
public interface PackedImages extends Closeable {

  /** Opens them, each time anew. */
  @FunctionalInterface
  interface Opener {
    /**
     * Looks at what there is, not at the images.
     *
     * @return the images, which the caller closes
     * @throws IOException if a file cannot be read or is damaged; the message names it
     */
    PackedImages open() throws IOException;
  }

  /** {@return the names of the classes, in order} */
  List<String> classNames();

  /**
   * {@return the images of each part, {@code train}, {@code val} or {@code test}, in the order of the
   * dataset}
   */
  Map<String, List<PackedImage>> parts();

  /**
   * {@return the bytes of an image file as they were before they were packed} Images are asked for in their
   * order, now and then from an earlier one on again.
   *
   * @param file what it is in
   * @param row its number there, from 0 on
   * @throws IOException if they cannot be read or are damaged; the message names the file
   */
  byte[] read(Path file, long row) throws IOException;
}
