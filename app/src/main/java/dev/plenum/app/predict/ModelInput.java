package dev.plenum.app.predict;

import dev.plenum.api.data.Dataset;
import dev.plenum.experiment.ModelInputs;
import dev.plenum.experiment.TrainingBorder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Turns picture files into a model's input. */
public final class ModelInput {
  private final ModelInputs inputs;
  private final boolean isInverted;
  private final PictureCheck check;

  /** A picture as a network gets it. */
  public static final class Input {
    private final float[] values;
    private final Optional<String> warning;

    private Input(float[] values, Optional<String> warning) {
      this.values = values;
      this.warning = warning;
    }

    /** The values of one image in h, w, c order; not copied. */
    public float[] values() {
      return values;
    }

    /** Why the network's answer may mean nothing, if it may. */
    public Optional<String> warning() {
      return warning;
    }
  }

  /**
   * Makes them so.
   *
   * @param isInverted whether dark and light are exchanged
   * @param border of the model's training images, if it is known
   */
  public ModelInput(ModelInputs inputs, boolean isInverted, Optional<TrainingBorder> border) {
    this.inputs = inputs;
    this.isInverted = isInverted;
    this.check = new PictureCheck(border, isInverted);
  }

  /**
   * Reads a picture.
   *
   * @throws IOException if it cannot be read or is no complete image; the message names it
   */
  public Input read(Path file) throws IOException {
    return input(inputs.read(file));
  }

  /**
   * Reads a picture that comes from elsewhere.
   *
   * @param shownAs what messages call it
   * @param in is read to its end
   * @throws IOException if it cannot be read or is no complete image; the message names it
   */
  public Input read(Path shownAs, InputStream in) throws IOException {
    return input(inputs.read(shownAs, in));
  }

  private Input input(byte[] picture) {
    byte[] pixels = isInverted ? inverted(picture) : picture;
    return new Input(
        inputs.of(pixels), check.warning(pixels, inputs.preprocessing().inputShape()));
  }

  /** The same images with dark and light exchanged. */
  public static Dataset inverted(Dataset images) {
    int size = images.imageShape().size();
    byte[] pixels = new byte[images.size() * size];
    int[] labels = new int[images.size()];
    for (int i = 0; i < images.size(); i++) {
      System.arraycopy(inverted(images.image(i)), 0, pixels, i * size, size);
      labels[i] = images.label(i);
    }
    return new Dataset(images.imageShape(), pixels, labels, images.classNames());
  }

  private static byte[] inverted(byte[] picture) {
    byte[] pixels = new byte[picture.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) ~picture[i]; // 255 − pixel
    }
    return pixels;
  }
}
