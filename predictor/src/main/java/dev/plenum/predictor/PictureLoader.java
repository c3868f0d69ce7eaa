package dev.plenum.predictor;

import dev.plenum.api.network.Shape;
import dev.plenum.datasets.DecodedImage;
import dev.plenum.datasets.EncodedImage;
import dev.plenum.datasets.picture.Preparation;
import dev.plenum.predictor.PictureRefusedException.Reason;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/** Makes a model's pixels of pictures from strangers; any thread may. */
final class PictureLoader {
  /** What messages call a picture that has no name. */
  private static final Path NAMELESS = Path.of("the picture");

  /** Of the heap, for one picture, by what decoding takes at most: 16 bytes a pixel. */
  private static final int HEAP_BYTES_PER_PIXEL = 2 * 16;

  private final PredictorOptions options;
  private final long maxPixels;
  private final DecodingRoom room = new DecodingRoom();

  PictureLoader(PredictorOptions options) {
    this.options = options;
    maxPixels =
        Math.min(options.maxPixels(), Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_PIXEL);
  }

  /** A picture that somebody sent. */
  @FunctionalInterface
  interface Source {
    byte[] load(ModelInputs inputs) throws IOException;
  }

  byte[] load(ModelInputs inputs, Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such picture");
    }
    if (!Files.isRegularFile(file)) {
      throw new PictureRefusedException(
          Reason.NO_PICTURE, file + ": expected an image file, found a folder or a device");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return decoded(file, bytes(file, in), image -> prepared(inputs, image));
    }
  }

  byte[] load(ModelInputs inputs, InputStream in) throws IOException {
    return decoded(NAMELESS, bytes(NAMELESS, in), image -> prepared(inputs, image));
  }

  byte[] load(ModelInputs inputs, byte[] file) throws IOException {
    requireBytes(NAMELESS, file.length);
    return decoded(NAMELESS, file, image -> prepared(inputs, image));
  }

  /** Prepared in another way than usual, and not inverted. */
  byte[] load(ModelInputs inputs, byte[] file, Preparation how) throws IOException {
    requireBytes(NAMELESS, file.length);
    ModelInputs others = inputs.preparedAs(how);
    return decoded(NAMELESS, file, image -> others.seen(others.prepared(image)));
  }

  byte[] load(ModelInputs inputs, BufferedImage image) throws IOException {
    long pixels = requirePixels(NAMELESS, image.getHeight(), image.getWidth());
    return room.use(pixels, () -> prepared(inputs, decoded(image)));
  }

  byte[] load(ModelInputs inputs, Shape shape, byte[] pixels) throws IOException {
    requirePixels(NAMELESS, shape.height(), shape.width());
    return prepared(inputs, DecodedImage.of(shape, pixels));
  }

  private byte[] bytes(Path shownAs, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(options.maxBytes() + 1);
    requireBytes(shownAs, bytes.length);
    return bytes;
  }

  private void requireBytes(Path shownAs, int length) throws PictureRefusedException {
    if (length > options.maxBytes()) {
      throw new PictureRefusedException(
          Reason.TOO_MANY_BYTES,
          String.format(Locale.ROOT, "%s: it has more than %d bytes", shownAs, options.maxBytes()));
    }
  }

  private long requirePixels(Path shownAs, int height, int width) throws PictureRefusedException {
    long pixels = (long) height * width;
    if (pixels > maxPixels) {
      throw new PictureRefusedException(
          Reason.TOO_MANY_PIXELS,
          String.format(
              Locale.ROOT,
              "%s: it has %d x %d pixels; at most %d are taken. Send it smaller",
              shownAs,
              height,
              width,
              maxPixels));
    }
    return pixels;
  }

  private byte[] decoded(Path shownAs, byte[] file, Function<DecodedImage, byte[]> preparation)
      throws IOException {
    try (EncodedImage image = EncodedImage.of(shownAs, file)) {
      long pixels = requirePixels(shownAs, image.height(), image.width());
      return room.use(pixels, () -> preparation.apply(image.decode()));
    } catch (PictureRefusedException e) {
      throw e;
    } catch (IOException e) {
      throw new PictureRefusedException(Reason.NO_PICTURE, e);
    }
  }

  private static DecodedImage decoded(BufferedImage image) throws PictureRefusedException {
    try {
      return DecodedImage.of(image);
    } catch (IOException e) {
      throw new PictureRefusedException(
          Reason.NO_PICTURE, NAMELESS + " cannot be read: " + e.getMessage());
    }
  }

  private byte[] prepared(ModelInputs inputs, DecodedImage image) {
    byte[] pixels = inputs.prepared(image);
    return inputs.seen(options.isInverted() ? PictureReader.inverted(pixels) : pixels);
  }
}
