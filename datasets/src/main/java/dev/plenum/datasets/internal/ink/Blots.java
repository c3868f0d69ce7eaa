package dev.plenum.datasets.internal.ink;

import java.util.ArrayList;
import java.util.List;

/** The connected dark parts of a picture. */
final class Blots {
  private final Plane darkness;
  private final double threshold;
  private final int[] blotOf;
  private final List<Blot> all = new ArrayList<>();

  /**
   * One of them.
   *
   * @param number in {@link #blotOf}, from 1
   * @param box what it fits in
   * @param mass the darkness of all its pixels
   * @param peak the darkness of its darkest pixel
   * @param atBorder whether it is cut off by the picture's border
   */
  record Blot(int number, Box box, double mass, double peak, boolean atBorder) {}

  /** Of the pixels darker than the threshold; those that touch at a corner are connected too. */
  Blots(Plane darkness, double threshold) {
    this.darkness = darkness;
    this.threshold = threshold;
    blotOf = new int[darkness.values().length];
    for (int i = 0; i < blotOf.length; i++) {
      if (blotOf[i] == 0 && darkness.values()[i] > threshold) {
        all.add(fill(i, all.size() + 1));
      }
    }
  }

  private Blot fill(int start, int number) {
    int width = darkness.width();
    int height = darkness.height();
    int[] open = new int[blotOf.length];
    int count = 0;
    open[count++] = start;
    blotOf[start] = number;
    Box box = new Box(start / width, start % width, start / width + 1, start % width + 1);
    double mass = 0;
    double peak = 0;
    while (count > 0) {
      int pixel = open[--count];
      int y = pixel / width;
      int x = pixel % width;
      box = box.with(y, x);
      mass += darkness.values()[pixel];
      peak = Math.max(peak, darkness.values()[pixel]);
      for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          int neighbour = ny * width + nx;
          if (blotOf[neighbour] == 0 && darkness.values()[neighbour] > threshold) {
            blotOf[neighbour] = number;
            open[count++] = neighbour;
          }
        }
      }
    }
    boolean atBorder =
        box.top() == 0 || box.left() == 0 || box.bottom() == height || box.right() == width;
    return new Blot(number, box, mass, peak, atBorder);
  }

  List<Blot> all() {
    return all;
  }

  /** For each pixel the number of its blot; 0 for none. */
  int[] blotOf() {
    return blotOf;
  }
}
