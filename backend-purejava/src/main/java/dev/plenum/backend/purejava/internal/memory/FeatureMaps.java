package dev.plenum.backend.purejava.internal.memory;

import dev.plenum.api.network.Shape;
import dev.plenum.backend.purejava.internal.kernels.Gemm;

/**
 * The values between two layers for a whole batch: image after image, in h, w, c order, each
 * surrounded by a border of zeros that is never written to, so that windows may hang over the edge. A
 * vector is an image of one pixel.
 */
public final class FeatureMaps {
  private final float[] data;
  private final int images;
  private final int height;
  private final int width;
  private final int channels;
  private final int rowStride;
  private final int imageStride;
  private final int origin;

  /** Maps of that shape for so many images, with that border. */
  public FeatureMaps(Shape shape, Border border, int images) {
    this.images = images;
    height = shape.isImage() ? shape.height() : 1;
    width = shape.isImage() ? shape.width() : 1;
    channels = shape.isImage() ? shape.channels() : shape.size();
    rowStride = (border.left() + width + border.right()) * channels;
    imageStride = (border.top() + height + border.bottom()) * rowStride;
    origin = Aligned.START + border.top() * rowStride + border.left() * channels;
    // The kernels read whole vectors, so up to COLUMNS − 1 floats beyond the last pixel.
    data = Aligned.array(Math.addExact(Gemm.COLUMNS, Math.multiplyExact(images, imageStride)));
  }

  /** The array that all values lie in; see {@link #index}. */
  public float[] data() {
    return data;
  }

  /** Where the first channel of a pixel lies. Rows and columns of the border are negative or too large. */
  public int index(int image, int row, int column) {
    return origin + image * imageStride + row * rowStride + column * channels;
  }

  /** How many images there is room for. */
  public int images() {
    return images;
  }

  /** Where an image begins, its border included. */
  public int imageStart(int image) {
    return Aligned.START + image * imageStride;
  }

  /** Values of an image with its border. */
  public int imageStride() {
    return imageStride;
  }

  /** Rows without the border. */
  public int height() {
    return height;
  }

  /** Columns without the border. */
  public int width() {
    return width;
  }

  /** Channels of a pixel, which follow one another. */
  public int channels() {
    return channels;
  }

  /** Values of a row without the border, which follow one another. */
  public int rowSize() {
    return width * channels;
  }

  /** The distance from a pixel to the one below. */
  public int rowStride() {
    return rowStride;
  }

  /** Values of an image without the border. */
  public int imageSize() {
    return height * rowSize();
  }

  /** Copies one image from an image of other maps of as many values. */
  public void copyImage(int image, FeatureMaps from, int source) {
    if (rowSize() == from.rowSize()) {
      for (int row = 0; row < height; row++) {
        System.arraycopy(
            from.data, from.index(source, row, 0), data, index(image, row, 0), rowSize());
      }
    } else if (height == 1) {
      for (int row = 0; row < from.height; row++) {
        int target = index(image, 0, 0) + row * from.rowSize();
        System.arraycopy(from.data, from.index(source, row, 0), data, target, from.rowSize());
      }
    } else {
      for (int row = 0; row < height; row++) {
        int start = from.index(source, 0, 0) + row * rowSize();
        System.arraycopy(from.data, start, data, index(image, row, 0), rowSize());
      }
    }
  }

  /** Copies one image without border from an array. */
  public void copyImage(int image, float[] from, int offset) {
    for (int row = 0; row < height; row++) {
      System.arraycopy(from, offset + row * rowSize(), data, index(image, row, 0), rowSize());
    }
  }

  /** Copies one image without border to an array. */
  public void copyTo(int image, float[] target) {
    for (int row = 0; row < height; row++) {
      System.arraycopy(data, index(image, row, 0), target, row * rowSize(), rowSize());
    }
  }

  /** Copies one row from an array where a pixel follows {@code step} values after the one before. */
  public void copyRow(int image, int row, float[] from, int offset, int step) {
    int target = index(image, row, 0);
    if (step == channels) {
      System.arraycopy(from, offset, data, target, rowSize());
      return;
    }
    for (int column = 0; column < width; column++) {
      System.arraycopy(from, offset + column * step, data, target + column * channels, channels);
    }
  }
}
