package dev.plenum.report.page;

import dev.plenum.predictor.PictureReader;
import dev.plenum.predictor.TrainingBorder;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** Tells of odd pictures as they come, but of many of them in one line at the end. */
public final class PictureWarnings {
  private static final int MOST = 10;
  private static final double MIDDLE = 0.5;

  private final PrintStream err;
  private final Optional<TrainingBorder> border;
  private final boolean isInverted;
  private final String toInvert;
  private int found;

  /**
   * Tells of them here.
   *
   * @param err gets the warnings
   * @param border of the model's training images, if it is known
   * @param isInverted whether the user has dark and light exchanged
   * @param toInvert what users type for that
   */
  public PictureWarnings(
      PrintStream err, Optional<TrainingBorder> border, boolean isInverted, String toInvert) {
    this.err = err;
    this.border = border;
    this.isInverted = isInverted;
    this.toInvert = toInvert;
  }

  /**
   * {@return what is odd about a picture, if anything is}
   *
   * @param name what the warning calls the picture
   * @param picture as the network gets it
   */
  public Optional<String> tell(String name, PictureReader.Input picture) {
    Optional<String> warning = warning(picture);
    if (warning.isPresent()) {
      found++;
      if (found <= MOST) {
        err.println("Warning: " + name + ": " + warning.get());
        err.flush();
      }
    }
    return warning;
  }

  /** Tells of those that were not told of one by one. */
  public void end() {
    if (found > MOST) {
      err.println(String.format(
          Locale.ROOT, "Warning: such is to be said of %,d more pictures", found - MOST));
    }
  }

  private Optional<String> warning(PictureReader.Input picture) {
    if (picture.isBlank()) {
      return Optional.of("there is nothing on this picture: all its pixels are the same. What is"
          + " transparent is laid over white, so that white on transparent cannot be seen");
    }
    return border.flatMap(known ->
        reversal("this picture is", picture.borderLightness(), known, isInverted, toInvert));
  }

  /**
   * {@return that images have dark and light the other way round, if it seems so, and what to do}
   *
   * @param what a beginning for the sentence: {@code this picture is}
   * @param lightness of their borders, from 0 (dark) to 1 (light)
   * @param border of the model's training images
   * @param isInverted whether the user has dark and light exchanged
   * @param toInvert what users type for that
   */
  public static Optional<String> reversal(
      String what, double lightness, TrainingBorder border, boolean isInverted, String toInvert) {
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
            toInvert))
        : Optional.empty();
  }

  private static String word(double lightness) {
    return lightness > MIDDLE ? "light" : "dark";
  }
}
