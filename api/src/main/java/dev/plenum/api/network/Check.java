package dev.plenum.api.network;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Checks that the layers share. */
final class Check {
  private Check() {}

  static void positive(String layer, String what, int value) {
    if (value < 1) {
      throw new InvalidNetworkException(
          String.format(Locale.ROOT, "%s: %s must be at least 1, found %d", layer, what, value));
    }
  }

  /** A number from 0 to infinity, that included. */
  static void notNegative(String layer, String what, double value) {
    if (!(value >= 0)) {
      throw new InvalidNetworkException(
          layer + ": " + what + " must be at least 0, found " + value);
    }
  }

  /** A finite number that is at least 0. */
  static void finite(String layer, String what, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new InvalidNetworkException(
          layer + ": " + what + " must be a finite number that is at least 0, found " + value);
    }
  }

  /** Softmax, which only ends a network, is no activation of this layer. */
  static void noSoftmax(String layer, Activation activation) {
    if (activation == Activation.SOFTMAX) {
      throw new InvalidNetworkException(
          layer + ": softmax is only for the Dense layer that ends a network");
    }
  }

  /** A share to drop. */
  static void rate(String layer, double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new InvalidNetworkException(
          layer + ": the rate must be at least 0 and less than 1, found " + rate);
    }
  }

  static void notDilated(String layer, Window window) {
    if (window.isDilated()) {
      throw new InvalidNetworkException(layer + ": a pool's window has no dilation");
    }
  }

  /** As in Keras, a window has strides or a dilation. */
  static void notBoth(String layer, Window window) {
    if (window.isDilated() && (window.strideY() > 1 || window.strideX() > 1)) {
      throw new InvalidNetworkException(String.format(
          Locale.ROOT,
          "%s: a window has strides or a dilation, not both, found strides (%d, %d) and dilation (%d, %d)",
          layer,
          window.strideY(),
          window.strideX(),
          window.dilationY(),
          window.dilationX()));
    }
  }

  /** The channels that a depthwise convolution makes of an image. */
  @CanIgnoreReturnValue
  static int channels(String layer, Shape input, int multiplier) {
    long channels = (long) input.channels() * multiplier;
    if (channels > Integer.MAX_VALUE) {
      throw new InvalidNetworkException(
          layer + " would make more than 2^31 - 1 channels of an input of shape " + input);
    }
    return (int) channels;
  }

  static void image(String layer, Shape input) {
    if (!input.isImage()) {
      throw new InvalidNetworkException(
          "%s needs an input of shape (height, width, channels), found %s".formatted(layer, input));
    }
  }

  /** The output's rows and columns of a window that slides over an image. */
  static Shape windows(String layer, Shape input, Window window, int channels) {
    image(layer, input);
    int height = window.outputHeight(input);
    int width = window.outputWidth(input);
    if (height < 1 || width < 1) {
      throw new InvalidNetworkException(String.format(
          Locale.ROOT,
          "%s with a %s window and padding '%s' needs an input of at least (%d, %d, %d), found %s",
          layer,
          window.size(),
          window.padding(),
          window.spanY(),
          window.spanX(),
          input.channels(),
          input));
    }
    return Shape.of(height, width, channels);
  }

  /** The one shape of all values. */
  static Shape same(String merge, List<Shape> inputs) {
    for (Shape input : inputs) {
      if (!input.equals(inputs.get(0))) {
        throw unequal(merge + " needs values of one shape", inputs);
      }
    }
    return inputs.get(0);
  }

  /** The shape of all values that are not (1, 1, channels), with as many channels as those. */
  static Shape broadcast(String merge, List<Shape> inputs) {
    Shape largest = inputs.stream().max(Comparator.comparingInt(Shape::size)).orElseThrow();
    for (Shape input : inputs) {
      boolean scales =
          input.isImage() && largest.isImage() && input.equals(Shape.of(1, 1, largest.channels()));
      if (!scales && !input.equals(largest)) {
        throw unequal(merge + " needs values of one shape, or of (1, 1, channels)", inputs);
      }
    }
    return largest;
  }

  /** The shape of all values side by side. */
  static Shape concatenated(String merge, List<Shape> inputs) {
    Shape first = inputs.get(0);
    long channels = 0;
    for (Shape input : inputs) {
      boolean fits = input.rank() == first.rank()
          && input
              .dimensions()
              .subList(0, input.rank() - 1)
              .equals(first.dimensions().subList(0, first.rank() - 1));
      if (!fits) {
        throw unequal(merge + " needs flat values, or images of one height and width", inputs);
      }
      channels += input.lastDimension();
    }
    List<Integer> dimensions = new ArrayList<>(first.dimensions());
    dimensions.set(first.rank() - 1, Math.toIntExact(channels));
    return new Shape(dimensions);
  }

  private static InvalidNetworkException unequal(String what, List<Shape> inputs) {
    return new InvalidNetworkException(what + ", found "
        + inputs.stream().map(Shape::toString).collect(Collectors.joining(" and ")));
  }
}
