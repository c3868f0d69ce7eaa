package dev.plenum.backend.purejava.internal.memory;

/**
 * Zeros around an image.
 *
 * @param top rows above
 * @param left columns to the left
 * @param bottom rows below
 * @param right columns to the right
 */
public record Border(int top, int left, int bottom, int right) {
  /** No zeros. */
  public static final Border NONE = new Border(0, 0, 0, 0);

  /** The larger one on each side. */
  public Border union(Border other) {
    return new Border(
        Math.max(top, other.top),
        Math.max(left, other.left),
        Math.max(bottom, other.bottom),
        Math.max(right, other.right));
  }
}
