package dev.plenum.datasets.internal.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** An image file that a reader of ImageIO decodes. */
final class ReaderImage implements StoredImage {
  /**
   * Warnings about profiles, which are ignored, and about what the plug-in for TIFF can work out. It also
   * warns of last strips, which have fewer rows than others, that they are short.
   */
  private static final Pattern HARMLESS =
      Pattern.compile("ICC|ColorMap detected|^Missing|^strip/tileByteCount < required");

  private final ImageReader reader;

  /**
   * The first image of a file.
   *
   * @param reader of its format; closing this disposes of it
   */
  ReaderImage(ImageReader reader, byte[] bytes) {
    this(reader, new MemoryInput(bytes));
  }

  ReaderImage(ImageReader reader, ImageInputStream in) {
    this.reader = reader;
    reader.setInput(in, true, true);
  }

  @Override
  public int width() throws IOException {
    return reader.getWidth(0);
  }

  @Override
  public int height() throws IOException {
    return reader.getHeight(0);
  }

  @Override
  public PixelImage pixels() throws IOException {
    return new PixelReader(read()).read();
  }

  /** The image as the reader gives it. */
  BufferedImage read() throws IOException {
    // Registered after the header was read, so that only damage to the pixels counts.
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    BufferedImage image = reader.read(0);
    Optional<String> damage =
        warnings.stream().filter(warning -> !HARMLESS.matcher(warning).find()).findFirst();
    if (damage.isPresent()) {
      throw new IOException(damage.get());
    }
    return image;
  }

  @Override
  public void close() {
    reader.dispose();
  }
}
