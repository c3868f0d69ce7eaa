package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plenum.api.network.Shape;
import java.util.List;

/**
 * How a picture becomes a network's input: it is made grey or RGB, scaled to the input's height and
 * width, and its bytes are multiplied by {@code rescale}.
 *
 * @param inputShape (height, width, channels)
 * @param resize the name of the method that scales pictures of other sizes: {@code bilinear}; its
 *     meaning is up to whoever reads pictures
 * @param rescale what each byte 0 … 255 is multiplied by, greater than 0
 */
public record Preprocessing(Shape inputShape, String resize, double rescale) {
  private static final double BYTE_TO_UNIT = 1 / 255.0;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the shape is not an image's, the method is blank, or the
   *     factor is not a number greater than 0
   */
  public Preprocessing {
    if (!inputShape.isImage()) {
      throw new IllegalArgumentException(
          "an input must have the shape (height, width, channels), found " + inputShape);
    }
    if (resize.isBlank()) {
      throw new IllegalArgumentException("the method of scaling needs a name");
    }
    if (!(rescale > 0 && rescale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the factor 'rescale' must be greater than 0, found " + rescale);
    }
  }

  /** Bytes become numbers from 0 to 1, as {@link dev.plenum.api.data.Dataset} does it. */
  public static Preprocessing of(Shape inputShape, String resize) {
    return new Preprocessing(inputShape, resize, BYTE_TO_UNIT);
  }

  /** What the channels mean. */
  public ColorMode colorMode() {
    return ColorMode.ofChannels(inputShape.channels());
  }

  /** As model files have it: input_shape, color_mode, resize, rescale, normalization. */
  public JsonObject toJson() {
    return new JsonObject(node());
  }

  static Preprocessing read(JsonValue value) {
    value.object("input_shape", "color_mode", "resize", "rescale", "normalization");
    Shape shape = NetworkJson.shape(value.required("input_shape"));
    Preprocessing preprocessing = value.make(() -> new Preprocessing(
        shape, value.required("resize").text(), value.required("rescale").doubleValue()));
    value.required("color_mode").oneOf(List.of(preprocessing.colorMode()));
    value.required("normalization").oneOf(List.of("none"));
    return preprocessing;
  }

  ObjectNode node() {
    ObjectNode node = Json.object();
    node.set("input_shape", NetworkJson.shapeNode(inputShape));
    return node.put("color_mode", colorMode().toString())
        .put("resize", resize)
        .put("rescale", rescale)
        .put("normalization", "none");
  }
}
