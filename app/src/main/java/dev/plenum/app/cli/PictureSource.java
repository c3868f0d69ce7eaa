package dev.plenum.app.cli;

import dev.plenum.app.host.Host;
import dev.plenum.datasets.ImageFiles;
import dev.plenum.predictor.PictureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a picture comes from.
 *
 * @param name as the user would type it
 * @param reader makes a model's input of it
 */
record PictureSource(String name, Reader reader) {
  private static final String STANDARD_INPUT = "-";

  /** What reads it. */
  @FunctionalInterface
  interface Reader {
    PictureReader.Input read(PictureReader input) throws IOException;
  }

  /**
   * The pictures that an argument stands for: a file, all in a folder, or the one on standard input.
   *
   * @throws IOException if a folder cannot be read, or has no picture
   */
  static List<PictureSource> of(Host host, String argument) throws IOException {
    if (argument.equals(STANDARD_INPUT)) {
      Path shown = Path.of("standard input");
      return List.of(new PictureSource(argument, input -> input.read(shown, host.in())));
    }
    Path path = ModelFiles.path(host, argument);
    if (Files.isDirectory(path)) {
      return ImageFiles.in(path).stream()
          .map(file -> new PictureSource(host.shown(file).toString(), input -> input.read(file)))
          .toList();
    }
    return List.of(new PictureSource(argument, input -> input.read(path)));
  }

  /**
   * Reads the picture.
   *
   * @throws IOException if it cannot be read or is no complete image; the message names it
   */
  PictureReader.Input read(PictureReader input) throws IOException {
    return reader.read(input);
  }
}
