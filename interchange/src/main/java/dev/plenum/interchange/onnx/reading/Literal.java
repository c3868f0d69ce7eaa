package dev.plenum.interchange.onnx.reading;

import java.util.Arrays;
import java.util.List;

/** Constant numbers in row-major order: what a file has, or what follows from that. */
sealed interface Literal extends Known permits Literal.Floats, Literal.Wholes {
  /** Stands for the number of images in shapes, which is not known. */
  long BATCH = Long.MIN_VALUE;

  /** The sizes; empty for a single number. */
  List<Integer> dimensions();

  /** The number of values. */
  int size();

  /** The values at these positions, in other dimensions. */
  Literal at(int[] positions, List<Integer> dimensions);

  /** Real numbers. */
  final class Floats implements Literal {
    private final List<Integer> dimensions;
    private final float[] values;

    /** With as many values as the dimensions say; they are not copied. */
    Floats(List<Integer> dimensions, float... values) {
      this.dimensions = List.copyOf(dimensions);
      this.values = values;
    }

    @Override
    public List<Integer> dimensions() {
      return dimensions;
    }

    /** The values, not copied. */
    float[] values() {
      return values;
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public Floats at(int[] positions, List<Integer> dimensions) {
      float[] selected = new float[positions.length];
      for (int i = 0; i < selected.length; i++) {
        selected[i] = values[positions[i]];
      }
      return new Floats(dimensions, selected);
    }
  }

  /**
   * Whole numbers: sizes, positions.
   *
   * @param dimensions the sizes
   * @param values as many as these say
   */
  record Wholes(List<Integer> dimensions, List<Long> values) implements Literal {

    /** Copies the lists. */
    public Wholes {
      dimensions = List.copyOf(dimensions);
      values = List.copyOf(values);
    }

    /** Numbers in a row. */
    static Wholes row(List<Long> values) {
      return new Wholes(List.of(values.size()), values);
    }

    @Override
    public int size() {
      return values.size();
    }

    @Override
    public Wholes at(int[] positions, List<Integer> dimensions) {
      return new Wholes(
          dimensions, Arrays.stream(positions).mapToObj(values::get).toList());
    }
  }
}
