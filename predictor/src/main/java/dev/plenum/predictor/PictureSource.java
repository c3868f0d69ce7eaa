package dev.plenum.predictor;

import dev.plenum.datasets.ImageFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where a picture comes from.
 *
 * @param name what users call it
 * @param reader makes a model's input of it
 */
public record PictureSource(String name, Reader reader) {

  /** What reads it. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Makes a model's input of it.
     *
     * @param input the model's, turns pictures into its input
     * @return what the model gets
     * @throws IOException if it cannot be read or is no complete image; the message names it
     */
    PictureReader.Input read(PictureReader input) throws IOException;
  }

  /**
   * {@return the picture in a stream}
   *
   * @param in is read to its end, when the picture is read
   * @param name what users call it
   * @param shownAs what messages call it
   */
  public static PictureSource of(InputStream in, String name, Path shownAs) {
    return new PictureSource(name, input -> input.read(shownAs, in));
  }

  /**
   * {@return the picture in a file, or all in a folder and its folders}
   *
   * @param path of the file or the folder
   * @param name what users call the file
   * @param shown what they call one in a folder
   * @throws IOException if a folder cannot be read, or has no picture
   */
  public static List<PictureSource> of(Path path, String name, UnaryOperator<Path> shown)
      throws IOException {
    return Files.isDirectory(path)
        ? ImageFiles.in(path).stream()
            .map(file -> new PictureSource(shown.apply(file).toString(), input -> input.read(file)))
            .toList()
        : List.of(new PictureSource(name, input -> input.read(path)));
  }

  /**
   * Reads the picture.
   *
   * @param input the model's, turns pictures into its input
   * @return what the model gets
   * @throws IOException if it cannot be read or is no complete image; the message names it
   */
  public PictureReader.Input read(PictureReader input) throws IOException {
    return reader.read(input);
  }
}
