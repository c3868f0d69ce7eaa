package dev.plenum.api.tensor;

import dev.plenum.api.network.Shape;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An immutable array of floats with a shape, the last dimension contiguous. */
public final class Tensor {
  private final Shape shape;
  private final float[] values;

  /**
   * A tensor with a copy of these values.
   *
   * @param shape the dimensions, the last one contiguous
   * @param values in row-major order, as many as the shape has elements
   * @throws IllegalArgumentException if their number is not the shape's size
   */
  public Tensor(Shape shape, float[] values) {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "the shape %s has %d elements, found %d values",
          shape,
          shape.size(),
          values.length));
    }
    this.shape = shape;
    this.values = values.clone();
  }

  /** {@return the dimensions} */
  public Shape shape() {
    return shape;
  }

  /**
   * {@return the value at a position in row-major order}
   *
   * @param index the position, from 0
   */
  public float get(int index) {
    return values[index];
  }

  /** {@return a copy of the values in row-major order} */
  public float[] toArray() {
    return values.clone();
  }

  /** Whether the other has the same shape and the same values, bit for bit (NaN equals NaN). */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tensor tensor
        && shape.equals(tensor.shape)
        && Arrays.equals(values, tensor.values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  /** The shape alone. */
  @Override
  public String toString() {
    return "Tensor" + shape;
  }
}
