package dev.plenum.app.predict;

import dev.plenum.app.config.Key;
import dev.plenum.experiment.TrainingBorder;
import java.util.Locale;
import java.util.Optional;

/** Words the warning about images whose dark and light seem to be the other way round. */
public final class ReversedBorder {
  private static final double MIDDLE = 0.5;

  private ReversedBorder() {}

  /**
   * That images have dark and light the other way round, if it seems so, and what to do.
   *
   * @param what a beginning for the sentence: {@code this picture is}
   * @param lightness of their borders, from 0 (dark) to 1 (light)
   * @param border of the model's training images
   * @param isInverted whether the user has dark and light exchanged
   */
  public static Optional<String> warning(
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
            Key.INVERT.option()))
        : Optional.empty();
  }

  private static String word(double lightness) {
    return lightness > MIDDLE ? "light" : "dark";
  }
}
