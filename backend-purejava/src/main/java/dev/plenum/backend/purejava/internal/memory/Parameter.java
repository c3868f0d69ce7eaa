package dev.plenum.backend.purejava.internal.memory;

import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.backend.purejava.internal.kernels.Gemm;
import java.util.ArrayList;
import java.util.List;

/**
 * A trainable array as a matrix: the last dimension of Keras's layout is the columns, all others
 * together the rows. Rows are filled up with zeros to a whole number of vectors; those zeros stay
 * zeros, in values, gradient and slots alike.
 */
public final class Parameter {
  private final String name;
  private final Shape shape;
  private final int rows;
  private final int columns;
  private final int stride;
  private final float[] values;
  private float[] gradient = {};
  private final List<float[]> slots = new ArrayList<>();

  /** A parameter of zeros, with that many slots for the optimizer. */
  public Parameter(String name, ParameterSpec spec, int slotCount) {
    this(name, spec.shape(), spec.shape().lastDimension(), slotCount);
  }

  /** The same as a matrix of so many columns: the product of the last dimensions, or some of them. */
  public Parameter(String name, Shape shape, int columns, int slotCount) {
    this.name = name;
    this.shape = shape;
    this.columns = columns;
    rows = shape.size() / columns;
    stride = Gemm.padded(columns);
    values = new float[Math.multiplyExact(rows, stride)];
    for (int i = 0; i < slotCount; i++) {
      slots.add(new float[values.length]);
    }
  }

  /** Zeros that belong to no network. */
  public static Parameter zeros(int rows, int columns) {
    return new Parameter("", Shape.of(rows, columns), columns, 0);
  }

  /** Makes room for the gradient, which only training needs. */
  public void makeGradient() {
    if (gradient.length == 0) {
      gradient = new float[values.length];
    }
  }

  /** Whether somebody wants the gradient. */
  public boolean hasGradient() {
    return gradient.length > 0;
  }

  /** Its name in weight files: {@code conv2d/kernel}. */
  public String name() {
    return name;
  }

  /** The product of all dimensions but the last. */
  public int rows() {
    return rows;
  }

  /** The last dimension. */
  public int columns() {
    return columns;
  }

  /** From one row to the next: {@link #columns} rounded up to whole vectors. */
  public int stride() {
    return stride;
  }

  /** The values, row after row. */
  public float[] values() {
    return values;
  }

  /** The gradient of the batch's mean loss, row after row; empty before {@link #makeGradient}. */
  public float[] gradient() {
    return gradient;
  }

  /** One of the arrays that the optimizer keeps for it, row after row. */
  public float[] slot(int index) {
    return slots.get(index);
  }

  /** A copy of one of its arrays in Keras's layout. */
  public Tensor export(float[] array) {
    float[] compact = new float[shape.size()];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(array, row * stride, compact, row * columns, columns);
    }
    return new Tensor(shape, compact);
  }

  /** Sets one of its arrays from Keras's layout. */
  public void load(float[] array, Tensor tensor) {
    float[] compact = tensor.toArray();
    for (int row = 0; row < rows; row++) {
      System.arraycopy(compact, row * columns, array, row * stride, columns);
    }
  }

  /** Sets what lies between the rows of the gradient to zero, where a kernel wrote whole vectors. */
  public void clearGradientPadding(int fromRow, int toRow) {
    for (int row = fromRow; row < toRow; row++) {
      for (int i = columns; i < stride; i++) {
        gradient[row * stride + i] = 0f;
      }
    }
  }
}
