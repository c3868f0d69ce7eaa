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
  record Floats(List<Integer> dimensions, float[] values) implements Literal {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public Literal at(int[] positions, List<Integer> dimensions) {
      float[] selected = new float[positions.length];
      for (int i = 0; i < selected.length; i++) {
        selected[i] = values[positions[i]];
      }
      return new Floats(dimensions, selected);
    }
  }

  /** Whole numbers: sizes, positions. */
  record Wholes(List<Integer> dimensions, long[] values) implements Literal {
    /** A row of numbers. */
    static Wholes row(long... values) {
      return new Wholes(List.of(values.length), values);
    }

    @Override
    public int size() {
      return values.length;
    }

    /** The numbers. */
    List<Long> list() {
      return Arrays.stream(values).boxed().toList();
    }

    @Override
    public Literal at(int[] positions, List<Integer> dimensions) {
      long[] selected = new long[positions.length];
      for (int i = 0; i < selected.length; i++) {
        selected[i] = values[positions[i]];
      }
      return new Wholes(dimensions, selected);
    }
  }
}
