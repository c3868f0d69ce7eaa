package dev.plenum.interchange.keras;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Window;

/** A layer's own settings as Keras writes them, apart from those about its weights' making. */
final class KerasSettings {
  private KerasSettings() {}

  static String of(LayerSpec spec) {
    if (spec instanceof Conv2D conv) {
      return "\"filters\": %d, \"kernel_size\": %s, \"dilation_rate\": [1, 1], \"groups\": 1, \"activation\": \"%s\", INITIALIZERS"
          .formatted(conv.filters(), window(conv.window()), conv.activation());
    }
    if (spec instanceof MaxPool2D pool) {
      return "\"pool_size\": " + window(pool.window());
    }
    if (spec instanceof Dense dense) {
      return "\"units\": %d, \"activation\": \"%s\", INITIALIZERS, \"quantization_config\": null"
          .formatted(dense.units(), dense.activation());
    }
    if (spec instanceof Dropout dropout) {
      return "\"rate\": %s, \"seed\": null, \"noise_shape\": null".formatted(dropout.rate());
    }
    return "\"data_format\": \"channels_last\"";
  }

  private static String window(Window window) {
    return "[%d, %d], \"strides\": [%d, %d], \"padding\": \"%s\", \"data_format\": \"channels_last\""
        .formatted(
            window.height(), window.width(), window.strideY(), window.strideX(), window.padding());
  }
}
