package dev.plenum.tck.reference;

import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.api.random.CounterRandom;
import java.util.List;

/** One random choice after another. */
final class Draw {
  private final CounterRandom random;
  private long drawn;

  Draw(CounterRandom random) {
    this.random = random;
  }

  /** A whole number from {@code low} to {@code high}. */
  int between(int low, int high) {
    return low + random.below(drawn++, high - low + 1);
  }

  /** Heads or tails. */
  boolean coin() {
    return between(0, 1) == 0;
  }

  /** One of several. */
  <T> T of(List<T> choices) {
    return choices.get(between(0, choices.size() - 1));
  }

  /** A small image with one channel or three. */
  Shape image() {
    return Shape.of(between(3, 9), between(3, 9), coin() ? 1 : 3);
  }

  /** A window of at most that size, which fits into the image where padding does not make it fit. */
  Window window(Shape input, int largest) {
    boolean valid = coin();
    return new Window(
        between(1, valid ? Math.min(largest, input.height()) : largest),
        between(1, valid ? Math.min(largest, input.width()) : largest),
        between(1, 3),
        between(1, 3),
        valid ? Padding.VALID : Padding.SAME);
  }

  /** The same, of a convolution, which may be dilated instead of having strides. */
  Window dilated(Shape input, int largest) {
    Window window = window(input, largest);
    if (between(0, 2) > 0) {
      return window;
    }
    Window dilated = window.strides(1, 1).dilation(between(1, 3), between(1, 3));
    boolean fits = dilated.outputHeight(input) > 0 && dilated.outputWidth(input) > 0;
    return fits ? dilated : window;
  }
}
