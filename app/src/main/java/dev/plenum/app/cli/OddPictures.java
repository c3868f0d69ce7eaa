package dev.plenum.app.cli;

import dev.plenum.app.config.Keys;
import dev.plenum.experiment.PictureReader;
import dev.plenum.experiment.TrainingBorder;
import java.util.Locale;
import java.util.Optional;

/** Words the warnings about pictures on which a model's answer means nothing. */
final class OddPictures {
  private static final double MIDDLE = 0.5;

  private OddPictures() {}

  /**
   * What is odd about a picture, and what to do.
   *
   * @param border of the model's training images, if it is known
   * @param isInverted whether the user has dark and light exchanged
   */
  static Optional<String> warning(
      PictureReader.Input picture, Optional<TrainingBorder> border, boolean isInverted) {
    if (picture.isBlank()) {
      return Optional.of("there is nothing on this picture: all its pixels are the same. What is"
          + " transparent is laid over white, so that white on transparent cannot be seen");
    }
    return border.flatMap(
        known -> reversal("this picture is", picture.borderLightness(), known, isInverted));
  }

  /**
   * That images have dark and light the other way round, if it seems so, and what to do.
   *
   * @param what a beginning for the sentence: {@code this picture is}
   * @param lightness of their borders, from 0 (dark) to 1 (light)
   */
  static Optional<String> reversal(
      String what, double lightness, TrainingBorder border, boolean isInverted) {
    return border.isReversedBy(lightness)
        ? Optional.of(String.format(
            Locale.ROOT,
            "%s %s at the border (%.2f of 1), the training images were %s there (%.2f). If dark and"
                + " light are the other way round, %s %s",
            what,
            word(lightness),
            lightness,
            word(border.mean()),
            border.mean(),
            isInverted ? "leave out" : "add",
            Keys.INVERT.option()))
        : Optional.empty();
  }

  private static String word(double lightness) {
    return lightness > MIDDLE ? "light" : "dark";
  }
}
