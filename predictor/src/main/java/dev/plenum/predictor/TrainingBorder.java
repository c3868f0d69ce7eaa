package dev.plenum.predictor;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.JsonObject;
import java.util.Optional;

/**
 * How light the borders of a model's training images were, from which it shows whether a picture
 * has its dark and light the other way round.
 *
 * @param mean of the pixels along the four sides, from 0 (dark) to 1 (light)
 * @param deviation by how much the images differ in it
 */
public record TrainingBorder(double mean, double deviation) {
  /** Where a model's provenance has it. */
  private static final String KEY = "trainingBorder";

  private static final double MIDDLE = 0.5;

  /**
   * {@return that of these images}
   *
   * @param images those that a model is trained on
   */
  public static TrainingBorder of(Dataset images) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < images.size(); i++) {
      double lightness = lightness(images.image(i), images.imageShape());
      sum += lightness;
      squares += lightness * lightness;
    }
    double mean = sum / images.size();
    return new TrainingBorder(mean, Math.sqrt(Math.max(0, squares / images.size() - mean * mean)));
  }

  /**
   * {@return that of a model's training images, if its provenance has it; that of earlier versions does not}
   *
   * @param provenance as the model's file has it
   */
  public static Optional<TrainingBorder> in(JsonObject provenance) {
    try {
      return provenance
          .asValue("provenance")
          .optional(KEY)
          .map(border -> new TrainingBorder(
              border.required("mean").doubleValue(),
              border.required("deviation").doubleValue()));
    } catch (InvalidJsonException e) { // whoever made the file may write there what they like
      return Optional.empty();
    }
  }

  /**
   * {@return the provenance with this in it}
   *
   * @param provenance of the model; not changed
   */
  public JsonObject addTo(JsonObject provenance) {
    return provenance.with(KEY, JsonObject.empty().with("mean", mean).with("deviation", deviation));
  }

  /**
   * {@return the mean of the pixels along the four sides of an image, from 0 to 1}
   *
   * @param pixels in h, w, c order
   * @param shape (height, width, channels) of the image
   */
  public static double lightness(byte[] pixels, Shape shape) {
    int channels = shape.channels();
    int rowLength = shape.width() * channels;
    int lastRow = shape.height() - 1;
    long sum = 0;
    long count = 0;
    for (int y = 0; y <= lastRow; y++) {
      // Of rows between the first and the last, only the first pixel and the last.
      int step = y == 0 || y == lastRow ? channels : Math.max(channels, rowLength - channels);
      for (int x = 0; x < rowLength; x += step) {
        for (int i = y * rowLength + x; i < y * rowLength + x + channels; i++) {
          sum += pixels[i] & 0xff;
        }
        count += channels;
      }
    }
    return sum / (255.0 * count);
  }

  /**
   * {@return whether a border is light where those of training were dark, or the other way round} Where these
   * were of all kinds, as photos' are, nothing follows from them.
   *
   * @param lightness of a picture's border, from 0 (dark) to 1 (light)
   */
  public boolean isReversedBy(double lightness) {
    boolean wereDark = mean + 2 * deviation < MIDDLE;
    boolean wereLight = mean - 2 * deviation > MIDDLE;
    return (wereDark && lightness > MIDDLE) || (wereLight && lightness < MIDDLE);
  }
}
