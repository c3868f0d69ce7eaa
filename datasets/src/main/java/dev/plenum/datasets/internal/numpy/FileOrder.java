package dev.plenum.datasets.internal.numpy;

import java.util.List;

/**
 * Walks over an array in the order of its file, and says where each number belongs in an array whose
 * axes have another order.
 */
final class FileOrder {
  private final int[] lengths;
  /** How far apart neighbours of an axis are in the target. */
  private final int[] strides;

  private final boolean firstAxisFastest;
  private final int[] index;
  private int target;

  /**
   * Begins at the first number.
   *
   * @param targetAxes the axes in the order of the target, whose last one varies fastest
   */
  FileOrder(NpyHeader header, List<Integer> targetAxes) {
    this.lengths = header.shape().stream().mapToInt(Integer::intValue).toArray();
    this.strides = new int[lengths.length];
    this.firstAxisFastest = header.isFortranOrder();
    this.index = new int[lengths.length];
    int stride = 1;
    for (int i = targetAxes.size() - 1; i >= 0; i--) {
      int axis = targetAxes.get(i);
      strides[axis] = stride;
      stride *= lengths[axis];
    }
  }

  /** Where the next number belongs. */
  int next() {
    int now = target;
    for (int i = 0; i < lengths.length; i++) {
      int axis = firstAxisFastest ? i : lengths.length - 1 - i;
      index[axis]++;
      target += strides[axis];
      if (index[axis] < lengths[axis]) {
        return now;
      }
      target -= strides[axis] * lengths[axis];
      index[axis] = 0;
    }
    return now;
  }
}
