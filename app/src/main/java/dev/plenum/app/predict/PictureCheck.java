package dev.plenum.app.predict;

import dev.plenum.api.network.Shape;
import dev.plenum.experiment.TrainingBorder;
import java.util.Optional;

/**
 * Finds pictures on which a model's answer means nothing.
 *
 * @param border of the training images, if it is known
 * @param isInverted whether the user has dark and light exchanged
 */
record PictureCheck(Optional<TrainingBorder> border, boolean isInverted) {

  /**
   * What is odd about a picture, and what to do.
   *
   * @param pixels as the network sees them, in h, w, c order
   */
  Optional<String> warning(byte[] pixels, Shape shape) {
    if (isBlank(pixels, shape.channels())) {
      return Optional.of("there is nothing on this picture: all its pixels are the same. What is"
          + " transparent is laid over white, so that white on transparent cannot be seen");
    }
    double lightness = TrainingBorder.lightness(pixels, shape);
    return border.flatMap(
        known -> ReversedBorder.warning("this picture is", lightness, known, isInverted));
  }

  private static boolean isBlank(byte[] pixels, int channels) {
    for (int i = channels; i < pixels.length; i++) {
      if (pixels[i] != pixels[i - channels]) {
        return false;
      }
    }
    return true;
  }
}
