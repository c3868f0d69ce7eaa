package dev.plenum.report;

import dev.plenum.persistence.AtomicFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Something to look at. Nothing is drawn before it is asked for; drawing needs a font, which a small
 * container may lack: then Java throws an {@code Error} or a {@code RuntimeException}.
 */
@FunctionalInterface
public interface Picture {

  /** {@return the picture as pixels, dark on white} */
  BufferedImage image();

  /** {@return the picture as the content of a PNG file} */
  default byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image(), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory can always be encoded", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes a PNG file, atomically; one that is there is replaced.
   *
   * @param file lies in a folder that exists
   * @throws IOException if it cannot be written, see {@link AtomicFiles}
   */
  default void writePng(Path file) throws IOException {
    byte[] png = png();
    AtomicFiles.write(file, out -> out.write(png));
  }
}
