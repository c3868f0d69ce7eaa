package dev.plenum.datasets.internal.ink;

/**
 * A part of a picture, in pixels.
 *
 * @param top the first row
 * @param left the first column
 * @param bottom the row behind the last
 * @param right the column behind the last
 */
public record Box(int top, int left, int bottom, int right) {

  /** In pixels. */
  public int height() {
    return bottom - top;
  }

  /** In pixels. */
  public int width() {
    return right - left;
  }

  /** The longer side. */
  public int size() {
    return Math.max(height(), width());
  }

  /** One that this pixel is in, too. */
  public Box with(int y, int x) {
    return new Box(
        Math.min(top, y), Math.min(left, x), Math.max(bottom, y + 1), Math.max(right, x + 1));
  }

  Box with(Box other) {
    return with(other.top, other.left).with(other.bottom - 1, other.right - 1);
  }

  /** How many rows or columns lie between both; 0 if they overlap. */
  int distance(Box other) {
    int rows = Math.max(other.top - bottom, top - other.bottom);
    int columns = Math.max(other.left - right, left - other.right);
    return Math.max(0, Math.max(rows, columns));
  }
}
