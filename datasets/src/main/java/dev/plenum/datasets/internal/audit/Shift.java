package dev.plenum.datasets.internal.audit;

import java.util.List;

/** By how many pixels of its thumbnail an image may be moved before it is compared. */
enum Shift {
  NONE(0, 0),
  UP(-1, 0),
  DOWN(1, 0),
  LEFT(0, -1),
  RIGHT(0, 1),
  UP_LEFT(-1, -1),
  UP_RIGHT(-1, 1),
  DOWN_LEFT(1, -1),
  DOWN_RIGHT(1, 1);

  static final List<Shift> ALL = List.of(values());

  private final int down;
  private final int right;

  Shift(int down, int right) {
    this.down = down;
    this.right = right;
  }

  /** The perceptual hashes of a thumbnail after each shift, in their order. */
  static long[] hashes(Thumbnail thumbnail) {
    Thumbnail square = thumbnail.square();
    return ALL.stream()
        .mapToLong(shift -> PerceptualHash.of(square.moved(shift.down, shift.right)))
        .toArray();
  }

  /** See {@link Thumbnail#correlation}. */
  double correlation(Thumbnail moved, Thumbnail other) {
    return moved.correlation(other, down, right);
  }
}
