package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.backend.purejava.internal.memory.Border;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import java.util.stream.IntStream;

/**
 * Where the taps of a window, dilated or not, lie on the maps that it reads.
 *
 * @param window the window
 * @param input the shape of the maps
 */
record WindowMaps(Window window, Shape input) {

  /** The taps of the window. */
  int taps() {
    return window.height() * window.width();
  }

  /** The zeros that the windows read around the maps. */
  Border border() {
    int bottom =
        (rows() - 1) * window.strideY() + window.spanY() - window.top(input) - input.height();
    int right =
        (columns() - 1) * window.strideX() + window.spanX() - window.left(input) - input.width();
    return new Border(
        window.top(input), window.left(input), Math.max(0, bottom), Math.max(0, right));
  }

  /** The zeros around the windows' own values that a sum over the taps in reverse reads. */
  Border reverseBorder() {
    int top = window.top(input);
    int left = window.left(input);
    return new Border(
        window.spanY() - 1 - top,
        window.spanX() - 1 - left,
        Math.max(0, input.height() + top - rows()),
        Math.max(0, input.width() + left - columns()));
  }

  /** Windows from top to bottom. */
  int rows() {
    return window.outputHeight(input);
  }

  /** Windows from left to right. */
  int columns() {
    return window.outputWidth(input);
  }

  /** Where each tap lies, from the first tap of a window on. */
  int[] tapsFromFirst(FeatureMaps maps) {
    int first = index(maps, 0, 0, 0);
    return IntStream.range(0, taps()).map(tap -> index(maps, 0, 0, tap) - first).toArray();
  }

  /** Where the first window of a row of windows has one of its taps, in maps of at least that border. */
  int index(FeatureMaps maps, int image, int row, int tap) {
    return maps.index(
        image,
        row * window.strideY() - window.top(input) + tap / window.width() * window.dilationY(),
        tap % window.width() * window.dilationX() - window.left(input));
  }
}
