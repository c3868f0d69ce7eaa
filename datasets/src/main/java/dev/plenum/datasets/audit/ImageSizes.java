package dev.plenum.datasets.audit;

import java.util.List;

/**
 * How large images are, as they are stored.
 *
 * @param sizes all that there are, the most frequent first
 * @param grey how many images are grey
 * @param colour how many are not
 */
public record ImageSizes(List<Size> sizes, int grey, int colour) {

  /**
   * Copies the list.
   *
   * @param sizes all that there are, the most frequent first
   * @param grey how many images are grey
   * @param colour how many are not
   */
  public ImageSizes {
    sizes = List.copyOf(sizes);
  }

  /**
   * A size.
   *
   * @param height in pixels
   * @param width in pixels
   * @param images how many have it
   */
  public record Size(int height, int width, int images) {}
}
