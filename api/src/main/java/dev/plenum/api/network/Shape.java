package dev.plenum.api.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The dimensions of one sample (without the batch): {@code (height, width, channels)} for an image,
 * {@code (units)} for a vector.
 *
 * @param dimensions the sizes, outermost first; each at least 1
 */
public record Shape(List<Integer> dimensions) {

  /**
   * Checks the dimensions.
   *
   * @param dimensions the sizes, outermost first; each at least 1
   * @throws IllegalArgumentException if there are none, one is less than 1, or a sample would have
   *     more than 2³¹ − 1 elements
   */
  public Shape {
    dimensions = List.copyOf(dimensions);
    if (dimensions.isEmpty() || dimensions.stream().anyMatch(d -> d < 1)) {
      throw new IllegalArgumentException(
          "a shape needs one or more dimensions of at least 1, found " + dimensions);
    }
    if (dimensions.stream().mapToDouble(d -> d).reduce(1, (a, b) -> a * b) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "the shape " + dimensions + " has more than 2^31 - 1 elements");
    }
  }

  /**
   * {@return the shape with these dimensions}
   *
   * @param dimensions the sizes, outermost first; each at least 1
   * @throws IllegalArgumentException if there are none, one is less than 1, or a sample would have more
   *     than 2³¹ − 1 elements
   */
  public static Shape of(int... dimensions) {
    return new Shape(Arrays.stream(dimensions).boxed().toList());
  }

  /** {@return the number of dimensions: 3 for an image, 1 for a vector} */
  public int rank() {
    return dimensions.size();
  }

  /** {@return the number of elements of one sample} */
  public int size() {
    int size = 1;
    // Called for every image: an iterator would be allocated.
    for (int i = 0; i < dimensions.size(); i++) {
      size *= dimensions.get(i);
    }
    return size;
  }

  /** {@return whether this is an image's shape, {@code (height, width, channels)}} */
  public boolean isImage() {
    return rank() == 3;
  }

  /**
   * {@return the first dimension of an image}
   *
   * @throws IllegalStateException if this is not an image's shape
   */
  public int height() {
    return imageDimension(0);
  }

  /**
   * {@return the second dimension of an image}
   *
   * @throws IllegalStateException if this is not an image's shape
   */
  public int width() {
    return imageDimension(1);
  }

  /**
   * {@return the third dimension of an image}
   *
   * @throws IllegalStateException if this is not an image's shape
   */
  public int channels() {
    return imageDimension(2);
  }

  /** {@return the channels of an image, or the size of a flat shape} */
  public int lastDimension() {
    return dimensions.get(rank() - 1);
  }

  private int imageDimension(int axis) {
    if (!isImage()) {
      throw new IllegalStateException("the shape " + this + " is not (height, width, channels)");
    }
    return dimensions.get(axis);
  }

  /** As Keras prints it without the batch: {@code (28, 28, 1)}. */
  @Override
  public String toString() {
    return dimensions.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }
}
