package dev.plenum.app.predict;

import dev.plenum.api.network.Shape;
import dev.plenum.app.config.UsageException;
import dev.plenum.datasets.ImageFiles;
import dev.plenum.persistence.Preprocessing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Turns picture files into a model's input. */
public final class ModelInput {
  /** How {@link ImageFiles} scales. */
  private static final String RESIZE = "bilinear";

  private final Preprocessing preprocessing;
  private final boolean isInverted;

  /**
   * Follows a model's preprocessing.
   *
   * @param isInverted whether dark and light are exchanged
   * @throws UsageException if pictures cannot be prepared like that
   */
  public ModelInput(Preprocessing preprocessing, boolean isInverted) {
    if (!preprocessing.resize().equals(RESIZE)) {
      throw new UsageException(
          "the model wants pictures scaled by the method '%s'; this version only knows '%s'"
              .formatted(preprocessing.resize(), RESIZE));
    }
    this.preprocessing = preprocessing;
    this.isInverted = isInverted;
  }

  /** How pictures become the input of a network that was trained on a dataset. */
  public static Preprocessing preprocessing(Shape input) {
    return Preprocessing.of(input, RESIZE);
  }

  /**
   * Reads a picture.
   *
   * @return the values of one image in h, w, c order
   * @throws IOException if it cannot be read or is no complete image; the message names it
   */
  public float[] read(Path file) throws IOException {
    return values(ImageFiles.read(file, preprocessing.inputShape()));
  }

  /**
   * Reads a picture that comes from elsewhere.
   *
   * @param shownAs what messages call it
   * @param in is read to its end
   * @return the values of one image in h, w, c order
   * @throws IOException if it cannot be read or is no complete image; the message names it
   */
  public float[] read(Path shownAs, InputStream in) throws IOException {
    return values(ImageFiles.read(shownAs, in, preprocessing.inputShape()));
  }

  private float[] values(byte[] pixels) {
    float[] values = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int pixel = pixels[i] & 0xff;
      values[i] = (float) ((isInverted ? 255 - pixel : pixel) * preprocessing.rescale());
    }
    return values;
  }
}
