package dev.plenum.api.network;

import java.util.Locale;

/** Checks that the layers share. */
final class Check {
  private Check() {}

  static void positive(String layer, String what, int value) {
    if (value < 1) {
      throw new InvalidNetworkException(
          String.format(Locale.ROOT, "%s: %s must be at least 1, found %d", layer, what, value));
    }
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
          window.height(),
          window.width(),
          input.channels(),
          input));
    }
    return Shape.of(height, width, channels);
  }
}
