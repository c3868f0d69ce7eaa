package dev.plenum.interchange.keras;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Window;
import java.util.Locale;

/** A layer's own settings as Keras writes them, apart from those about its weights' making. */
final class KerasSettings {
  private KerasSettings() {}

  static String of(Operation spec) {
    if (spec instanceof Conv2D conv) {
      return String.format(
          Locale.ROOT,
          "\"filters\": %d, \"kernel_size\": %s, \"dilation_rate\": [1, 1], \"groups\": 1, \"activation\": \"%s\", INITIALIZERS",
          conv.filters(),
          window(conv.window()),
          conv.activation());
    }
    if (spec instanceof MaxPool2D pool) {
      return "\"pool_size\": " + window(pool.window());
    }
    if (spec instanceof Dense dense) {
      return String.format(
          Locale.ROOT,
          "\"units\": %d, \"activation\": \"%s\", INITIALIZERS, \"quantization_config\": null",
          dense.units(),
          dense.activation());
    }
    if (spec instanceof Dropout dropout) {
      return "\"rate\": %s, \"seed\": null, \"noise_shape\": null".formatted(dropout.rate());
    }
    return "\"data_format\": \"channels_last\"";
  }

  private static String window(Window window) {
    return String.format(
        Locale.ROOT,
        "[%d, %d], \"strides\": [%d, %d], \"padding\": \"%s\", \"data_format\": \"channels_last\"",
        window.height(),
        window.width(),
        window.strideY(),
        window.strideX(),
        window.padding());
  }
}
