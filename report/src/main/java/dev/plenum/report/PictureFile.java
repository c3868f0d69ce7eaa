package dev.plenum.report;

import dev.plenum.persistence.AtomicFiles;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Pictures beside results, which must not be lost because nothing can be drawn: Java needs fonts for
 * that, which a small container may lack.
 */
public final class PictureFile {
  private static final Logger LOG = System.getLogger(PictureFile.class.getName());

  private PictureFile() {}

  /**
   * Draws a picture and writes it as PNG, atomically; where it cannot be drawn, there is a warning in
   * the log instead.
   *
   * @param file lies in a folder that exists
   * @param picture makes the picture, or throws where it cannot be drawn
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, Supplier<Picture> picture) throws IOException {
    Optional<byte[]> png =
        draw(file.getFileName().toString(), () -> picture.get().png());
    if (png.isPresent()) {
      AtomicFiles.write(file, out -> out.write(png.get()));
    }
  }

  /**
   * Draws something.
   *
   * @param <T> what is drawn
   * @param name what the warning calls it
   * @param drawing draws it, or throws where it cannot be drawn
   * @return what was drawn; empty, with a warning in the log, where it cannot be drawn
   */
  public static <T> Optional<T> draw(String name, Supplier<T> drawing) {
    try {
      return Optional.of(drawing.get());
    } catch (RuntimeException | LinkageError | InternalError e) {
      LOG.log(
          Level.WARNING,
          "{0} could not be drawn ({1}); on Linux it takes the packages fontconfig and a font",
          name,
          e.toString());
      return Optional.empty();
    }
  }
}
