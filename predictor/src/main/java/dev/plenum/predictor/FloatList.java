package dev.plenum.predictor;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Numbers that nobody changes, without an object for each. */
final class FloatList extends AbstractList<Float> implements RandomAccess {
  private final float[] values;

  /** Of an array that must not be changed any more. */
  FloatList(float[] values) {
    this.values = values;
  }

  @Override
  public Float get(int index) {
    return values[index];
  }

  @Override
  public int size() {
    return values.length;
  }
}
