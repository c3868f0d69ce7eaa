package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import java.util.List;
import java.util.Optional;

/**
 * How a picture becomes a network's input: it is made grey or RGB, scaled to the input's height and
 * width, or to those of which a window is cut out; each byte becomes {@code rescale · byte + offset}, and
 * these values are normalised.
 *
 * @param inputShape (height, width, channels)
 * @param windowOf (height, width, channels) to which pictures are scaled, if the input is a window of that;
 *     Plenum
 *     centres it on the ink
 * @param resize the name of the method that scales pictures of other sizes: {@code bilinear}; its
 *     meaning is up to whoever reads pictures
 * @param rescale what each byte 0 … 255 is multiplied by; not 0
 * @param offset what is then added; finite
 * @param normalisation how the values are then brought to one scale, if they are
 */
public record Preprocessing(
    Shape inputShape,
    Optional<Shape> windowOf,
    String resize,
    double rescale,
    double offset,
    Optional<SavedNormalisation> normalisation) {
  /** The method by which datasets scale pictures. */
  public static final String BILINEAR = "bilinear";

  private static final double BYTE_TO_UNIT = 1 / 255.0;
  private static final int BYTES = 256;
  private static final String WINDOW_OF = "window_of";
  private static final String OFFSET = "offset";
  private static final String NORMALIZATION = "normalization";
  private static final String NONE = "none";
  private static final String REMEDY =
      "bring them to the model first: ModelInputs.of(preprocessing).of(images)";

  /**
   * Checks the values.
   *
   * @param inputShape (height, width, channels)
   * @param windowOf (height, width, channels) to which pictures are scaled, if the input is a window of that
   * @param resize the name of the method that scales pictures of other sizes; not blank
   * @param rescale what each byte 0 … 255 is multiplied by; not 0
   * @param offset what is then added; finite
   * @param normalisation how the values are then brought to one scale, if they are
   * @throws IllegalArgumentException if the shape is not an image's, the window is larger than what it is
   *     cut out of or has other channels, the method is blank, the factor is 0 or no number, or the offset
   *     is none
   */
  public Preprocessing {
    if (!inputShape.isImage()) {
      throw new IllegalArgumentException(
          "an input must have the shape (height, width, channels), found " + inputShape);
    }
    if (!windowOf.map(pictures -> holds(pictures, inputShape)).orElse(true)) {
      throw new IllegalArgumentException(
          "an input of shape %s cannot be cut out of pictures of shape %s"
              .formatted(inputShape, windowOf.get()));
    }
    if (resize.isBlank()) {
      throw new IllegalArgumentException("the method of scaling needs a name");
    }
    if (rescale == 0 || !Float.isFinite((float) (BYTES * rescale))) {
      throw new IllegalArgumentException(
          "the factor 'rescale' must be a number other than 0, found " + rescale);
    }
    if (!Float.isFinite((float) offset)) {
      throw new IllegalArgumentException("the 'offset' must be a number, found " + offset);
    }
  }

  private static boolean holds(Shape pictures, Shape window) {
    return pictures.isImage()
        && pictures.height() >= window.height()
        && pictures.width() >= window.width()
        && pictures.channels() == window.channels();
  }

  /**
   * Without window and normalisation.
   *
   * @param inputShape (height, width, channels)
   * @param resize the name of the method that scales pictures of other sizes; not blank
   * @param rescale what each byte 0 … 255 is multiplied by; not 0
   * @param offset what is then added; finite
   */
  public Preprocessing(Shape inputShape, String resize, double rescale, double offset) {
    this(inputShape, Optional.empty(), resize, rescale, offset, Optional.empty());
  }

  /**
   * The same without an offset.
   *
   * @param inputShape (height, width, channels)
   * @param resize the name of the method that scales pictures of other sizes; not blank
   * @param rescale what each byte 0 … 255 is multiplied by; not 0
   */
  public Preprocessing(Shape inputShape, String resize, double rescale) {
    this(inputShape, resize, rescale, 0);
  }

  /**
   * {@return the preprocessing that turns bytes into numbers from 0 to 1, pictures of other sizes scaled as
   * datasets scale them}
   *
   * @param inputShape (height, width, channels)
   */
  public static Preprocessing of(Shape inputShape) {
    return of(inputShape, BILINEAR);
  }

  /**
   * {@return the preprocessing that turns bytes into numbers from 0 to 1, as {@link
   * dev.plenum.api.data.Dataset} does it}
   *
   * @param inputShape (height, width, channels)
   * @param resize the name of the method that scales pictures of other sizes; not blank
   */
  public static Preprocessing of(Shape inputShape, String resize) {
    return new Preprocessing(inputShape, resize, BYTE_TO_UNIT);
  }

  /**
   * {@return the same for a network that wants other numbers: {@code rescale · byte + offset}}
   *
   * @param rescale what each byte 0 … 255 is multiplied by; not 0
   * @param offset what is then added; finite
   */
  public Preprocessing rescaled(double rescale, double offset) {
    return new Preprocessing(inputShape, windowOf, resize, rescale, offset, normalisation);
  }

  /**
   * {@return the same for a network whose input is a window of larger pictures}
   *
   * @param pictures (height, width, channels) to which pictures are scaled
   * @throws IllegalArgumentException if they are smaller than the input, or have other channels
   */
  public Preprocessing windowOf(Shape pictures) {
    return new Preprocessing(
        inputShape, Optional.of(pictures), resize, rescale, offset, normalisation);
  }

  /**
   * {@return (height, width, channels) to which pictures are scaled: the input's, unless that is a window}
   */
  public Shape pictureShape() {
    return windowOf.orElse(inputShape);
  }

  /**
   * {@return the same with this normalisation behind all else}
   *
   * @param normalisation replaces another that was set before
   */
  public Preprocessing normalised(SavedNormalisation normalisation) {
    return new Preprocessing(
        inputShape, windowOf, resize, rescale, offset, Optional.of(normalisation));
  }

  /** {@return the same without normalisation, for what normalises by itself} */
  public Preprocessing withoutNormalisation() {
    return new Preprocessing(inputShape, windowOf, resize, rescale, offset, Optional.empty());
  }

  /**
   * {@return whether bytes become numbers from 0 to 1, which is what a {@link dev.plenum.api.data.Dataset}
   * gives by itself, before they are normalised}
   */
  public boolean isToUnit() {
    return rescale == BYTE_TO_UNIT && offset == 0;
  }

  /**
   * Checks that images have the values that the model was trained on, so that a model of normalised images,
   * or of pixels that are not from 0 to 1, is not asked about others. A dataset as it is loaded has pixels
   * from 0 to 1 and no normalisation; {@code ModelInputs} of the module {@code predictor} brings it to a
   * model.
   *
   * @param images as they are to be handed to the model
   * @throws IllegalArgumentException if they have other values
   */
  public void requireValues(Dataset images) {
    Optional<String> wanted = normalisation.map(one -> one.parameters().toLine());
    Optional<String> found =
        images.normalisation().map(one -> JsonObject.of(one.describe()).toLine());
    if (wanted.isPresent() && !wanted.equals(found)) {
      throw new IllegalArgumentException(
          "the model was trained on images normalised by %s, and these are %s; %s"
              .formatted(
                  wanted.get(),
                  found.map(one -> "normalised by " + one).orElse("not normalised"),
                  REMEDY));
    }
    double white = (BYTES - 1) * rescale + offset;
    if (!isToUnit()
        && !(isClose(images.valueOfPixel(0), offset)
            && isClose(images.valueOfPixel(BYTES - 1), white))) {
      throw new IllegalArgumentException(
          "the model was trained on pixels from %s to %s, and these are from %s to %s; %s"
              .formatted(
                  (float) offset,
                  (float) white,
                  images.valueOfPixel(0),
                  images.valueOfPixel(BYTES - 1),
                  REMEDY));
    }
  }

  private boolean isClose(float found, double wanted) {
    return Math.abs(found - wanted) <= Math.abs(rescale) / 2;
  }

  /** {@return what each byte 0 … 255 becomes, before it is normalised} */
  public float[] valueOfByte() {
    float[] values = new float[BYTES];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (rescale * i + offset);
    }
    return values;
  }

  /** {@return what the channels mean} */
  public ColorMode colorMode() {
    return ColorMode.ofChannels(inputShape.channels());
  }

  /**
   * {@return what model files have of it: input_shape, window_of (if there is a window), color_mode, resize,
   * rescale, offset (if it is not 0), normalization; the last is {@code "none"}, or an object of parameters}
   * The statistics are not in it.
   */
  public JsonObject toJson() {
    return new JsonObject(node());
  }

  /**
   * Reads it.
   *
   * @param statistics those of the normalisation
   */
  static Preprocessing read(JsonValue value, NamedTensors statistics) {
    value.object(
        "input_shape", WINDOW_OF, "color_mode", "resize", "rescale", OFFSET, NORMALIZATION);
    Shape shape = NetworkJson.shape(value.required("input_shape"));
    Preprocessing preprocessing = value.make(() -> new Preprocessing(
        shape,
        value.optional(WINDOW_OF).map(NetworkJson::shape),
        value.required("resize").text(),
        value.required("rescale").doubleValue(),
        value.optional(OFFSET).map(JsonValue::doubleValue).orElse(0.0),
        normalisation(value.required(NORMALIZATION), statistics)));
    value.required("color_mode").oneOf(List.of(preprocessing.colorMode()));
    return preprocessing;
  }

  private static Optional<SavedNormalisation> normalisation(
      JsonValue value, NamedTensors statistics) {
    if (value.isObject()) {
      return Optional.of(new SavedNormalisation(JsonObject.of(value), statistics));
    }
    value.oneOf(List.of(NONE));
    if (!statistics.names().isEmpty()) {
      throw value.error("there are statistics of a normalisation, but the normalisation is none");
    }
    return Optional.empty();
  }

  /** Without an offset of 0, so that a Plenum that does not know offsets can read it. */
  ObjectNode node() {
    ObjectNode node = Json.object();
    node.set("input_shape", NetworkJson.shapeNode(inputShape));
    windowOf.ifPresent(pictures -> node.set(WINDOW_OF, NetworkJson.shapeNode(pictures)));
    node.put("color_mode", colorMode().toString()).put("resize", resize).put("rescale", rescale);
    if (offset != 0) {
      node.put(OFFSET, offset);
    }
    if (normalisation.isEmpty()) {
      return node.put(NORMALIZATION, NONE);
    }
    node.set(NORMALIZATION, normalisation.get().parameters().node());
    return node;
  }
}
