package dev.plenum.interchange.dl4j;

import dev.plenum.api.network.Shape;
import dev.plenum.persistence.JsonValue;
import java.util.List;
import java.util.Optional;

/** The order in which images have their values: NCHW, or NHWC as here. One network has one. */
final class Layout {
  static final String NCHW = "NCHW";
  static final String NHWC = "NHWC";

  private Optional<String> layout = Optional.empty();

  /** Sees what a layer says of its images, if it says something. */
  void see(JsonValue layer, String key) {
    layer
        .optional(key)
        .filter(value -> !value.isNull())
        .ifPresent(value -> see(value.oneOf(List.of(NCHW, NHWC)), value));
  }

  /** Sees that images have a layout. */
  void see(String found, JsonValue place) {
    if (!layout.orElse(found).equals(found)) {
      throw place.error("images are %s here, but %s before: only one of both can be read"
          .formatted(found, layout.get()));
    }
    layout = Optional.of(found);
  }

  /** What each value of a flattened image is there, if that differs. */
  static Optional<int[]> flattened(Shape image, String layout) {
    int pixels = image.height() * image.width();
    int channels = image.channels();
    if (layout.equals(NHWC) || pixels == 1 || channels == 1) {
      return Optional.empty();
    }
    int[] order = new int[image.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i % channels * pixels + i / channels;
    }
    return Optional.of(order);
  }
}
