package dev.plenum.experiment;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Turns picture files into a model's input. */
public final class PictureReader {
  private final ModelInputs inputs;
  private final boolean isInverted;

  /** A picture as a network gets it. */
  public static final class Input {
    private final float[] values;
    private final boolean isBlank;
    private final double borderLightness;

    private Input(float[] values, boolean isBlank, double borderLightness) {
      this.values = values;
      this.isBlank = isBlank;
      this.borderLightness = borderLightness;
    }

    /** The values of one image in h, w, c order; not copied. */
    public float[] values() {
      return values;
    }

    /** Whether there is nothing on the picture: all its pixels are the same. */
    public boolean isBlank() {
      return isBlank;
    }

    /** The mean of the pixels along the four sides, from 0 (dark) to 1 (light). */
    public double borderLightness() {
      return borderLightness;
    }
  }

  /**
   * Makes them so.
   *
   * @param isInverted whether dark and light are exchanged
   */
  public PictureReader(ModelInputs inputs, boolean isInverted) {
    this.inputs = inputs;
    this.isInverted = isInverted;
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
    Shape shape = inputs.preprocessing().inputShape();
    return new Input(
        inputs.of(pixels),
        isBlank(pixels, shape.channels()),
        TrainingBorder.lightness(pixels, shape));
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

  private static boolean isBlank(byte[] pixels, int channels) {
    for (int i = channels; i < pixels.length; i++) {
      if (pixels[i] != pixels[i - channels]) {
        return false;
      }
    }
    return true;
  }
}
