package dev.plenum.tck.reference;

import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Which pixels lie under the windows that slide over an image. Windows and pixels are numbered row by
 * row; what a window covers outside the image is left out.
 */
final class Windows {
  private final List<List<Cell>> windows = new ArrayList<>();

  /**
   * One cell of a window.
   *
   * @param pixel the pixel of the image under it
   * @param tap its number in the window, row by row
   */
  record Cell(int pixel, int tap) {}

  /** The windows where they belong. */
  static Windows of(Shape input, Window window) {
    return new Windows(input, window, window.top(input), window.left(input));
  }

  /**
   * Windows somewhere.
   *
   * @param top rows of the first window above the image
   * @param left columns of the first window to the left of the image
   */
  Windows(Shape input, Window window, int top, int left) {
    for (int oy = 0; oy < window.outputHeight(input); oy++) {
      for (int ox = 0; ox < window.outputWidth(input); ox++) {
        windows.add(
            cells(input, window, oy * window.strideY() - top, ox * window.strideX() - left));
      }
    }
  }

  private static List<Cell> cells(Shape input, Window window, int y, int x) {
    List<Cell> cells = new ArrayList<>();
    for (int ky = 0; ky < window.height(); ky++) {
      for (int kx = 0; kx < window.width(); kx++) {
        int iy = y + ky * window.dilationY();
        int ix = x + kx * window.dilationX();
        if (iy >= 0 && iy < input.height() && ix >= 0 && ix < input.width()) {
          cells.add(new Cell(iy * input.width() + ix, ky * window.width() + kx));
        }
      }
    }
    return cells;
  }

  /** How many there are. */
  int count() {
    return windows.size();
  }

  /** The cells of one of them that lie inside the image, row by row. */
  List<Cell> cells(int window) {
    return windows.get(window);
  }
}
