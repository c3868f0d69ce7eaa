package dev.plenum.predictor;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.Pixels;
import dev.plenum.api.network.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.IntStream;

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

    /** {@return the values of one image in h, w, c order; not copied} */
    public float[] values() {
      return values;
    }

    /** {@return whether there is nothing on the picture: all its pixels are the same} */
    public boolean isBlank() {
      return isBlank;
    }

    /** {@return the mean of the pixels along the four sides, from 0 (dark) to 1 (light)} */
    public double borderLightness() {
      return borderLightness;
    }
  }

  /**
   * Makes them so.
   *
   * @param inputs the model's, which say how pictures become its input
   * @param isInverted whether dark and light are exchanged
   * @throws IllegalArgumentException if they are to be, and {@link ModelInputs#requireInvertible cannot}
   */
  public PictureReader(ModelInputs inputs, boolean isInverted) {
    if (isInverted) {
      inputs.requireInvertible();
    }
    this.inputs = inputs;
    this.isInverted = isInverted;
  }

  /**
   * Reads a picture.
   *
   * @param file of one of the formats of {@link dev.plenum.datasets.ImageFiles}
   * @return the picture as the network gets it
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
   * @return the picture as the network gets it
   * @throws IOException if it cannot be read or is no complete image; the message names it
   */
  public Input read(Path shownAs, InputStream in) throws IOException {
    return input(inputs.read(shownAs, in));
  }

  private Input input(byte[] picture) {
    byte[] pixels = isInverted ? inverted(picture) : picture;
    Shape shape = inputs.preprocessing().pictureShape();
    return new Input(
        inputs.of(pixels),
        isBlank(pixels, shape.channels()),
        TrainingBorder.lightness(pixels, shape));
  }

  /**
   * {@return the same images with dark and light exchanged}
   *
   * @param images not changed; each is copied and exchanged when it is asked for
   */
  public static Dataset inverted(Dataset images) {
    int[] labels = IntStream.range(0, images.size()).map(images::label).toArray();
    return new Dataset(images.imageShape(), new Inverted(images), labels, images.classNames());
  }

  /** The pixels of images, each made when it is asked for. */
  private record Inverted(Dataset images) implements Pixels {
    @Override
    public long bytes() {
      return (long) images.size() * imageBytes();
    }

    @Override
    public int imageBytes() {
      return images.imageShape().size();
    }

    @Override
    public void copy(int image, byte[] target, int offset) {
      System.arraycopy(inverted(images.image(image)), 0, target, offset, imageBytes());
    }
  }

  static byte[] inverted(byte[] picture) {
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
